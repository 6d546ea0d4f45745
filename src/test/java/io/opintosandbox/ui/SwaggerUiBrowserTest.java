package io.opintosandbox.ui;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import io.opintosandbox.testing.TestSandbox;
import java.io.File;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * By hand in a real browser: Authorize with client credentials, and the login with CAS. The system properties
 * {@code webdriver.chrome.driver} and {@code browser.binary} lead to a driver and a browser elsewhere.
 */
@Tag("browser")
class SwaggerUiBrowserTest {
    private static final File DRIVER = new File(System.getProperty("webdriver.chrome.driver", "/usr/bin/chromedriver"));
    private static final File BROWSER = new File(System.getProperty("browser.binary", "/usr/bin/chromium"));

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private ChromeDriver browser;
    private WebDriverWait patience;

    @BeforeEach
    void a_browser_is_opened() {
        assumeTrue(BROWSER.canExecute(), "no browser at " + BROWSER + ": install chromium");
        assumeTrue(DRIVER.canExecute(), "no driver at " + DRIVER + ": install chromium-driver");
        var options = new ChromeOptions();
        options.setBinary(BROWSER);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--window-size=1400,2000");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER)
                        .usingAnyFreePort()
                        .build(),
                options);
        patience = new WebDriverWait(browser, Duration.ofSeconds(20));
    }

    @AfterEach
    void it_is_closed() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void authorize_with_client_credentials_and_the_example_of_hae_answers() {
        open("yleistunniste/haeOppijanumero");
        click(".auth-wrapper .authorize");
        type("input[data-name=clientId]", "yleistunniste");
        type("input[data-name=clientSecret]", sandbox.user("yleistunniste").get("clientSecret"));
        click(".modal-ux .auth-container button.authorize");
        patience.until(elementToBeClickable(By.cssSelector(".auth-container .btn.modal-btn.auth:not(.authorize)")));
        click(".close-modal");

        assertThat(execute("yleistunniste-haeOppijanumero", 200), containsString("oppijanumero"));
    }

    @Test
    void a_wrong_secret_is_told_in_the_dialog() {
        open("yleistunniste/haeOppijanumero");
        click(".auth-wrapper .authorize");
        type("input[data-name=clientId]", "yleistunniste");
        type("input[data-name=clientSecret]", "wrong");
        click(".modal-ux .auth-container button.authorize");

        patience.until(textToBePresentInElementLocated(By.cssSelector(".auth-container .errors"), "401"));
    }

    @Test
    void a_login_with_cas_comes_back_to_the_page_and_calls_answer_by_session() {
        open("henkilo/onkoHetu");
        patience.until(textToBePresentInElementLocated(By.id("session"), "none"));
        click("#cas-login");
        type("input[name=username]", "yleistunniste");
        type("input[name=password]", sandbox.user("yleistunniste").get("password"));
        click("form button");

        patience.until(textToBePresentInElementLocated(By.id("session"), "logged in"));
        assertThat(browser.getCurrentUrl(), endsWith(REGISTRY + "/swagger-ui/index.html"));
        open("henkilo/onkoHetu");
        assertEquals("false", execute("henkilo-onkoHetu", 200).strip());

        click("#cas-login");
        patience.until(textToBePresentInElementLocated(By.id("session"), "none"));
    }

    private void open(String operation) {
        // A change of the fragment alone would load nothing.
        browser.get("about:blank");
        browser.get(sandbox.baseUrl() + REGISTRY + "/swagger-ui/index.html#/" + operation);
        patience.until(
                visibilityOfElementLocated(By.cssSelector("#operations-" + operation.replace('/', '-') + " .execute")));
    }

    /** Presses Execute, waits for the answer of this status and gives its body. */
    private String execute(String operation, int status) {
        click("#operations-" + operation + " .execute");
        var answer = "#operations-" + operation + " .live-responses-table tbody ";
        patience.until(textToBePresentInElementLocated(
                By.cssSelector(answer + ".response-col_status"), String.valueOf(status)));
        return shown(answer + ".response-col_description .highlight-code code").getText();
    }

    private void click(String css) {
        patience.until(elementToBeClickable(By.cssSelector(css))).click();
    }

    private void type(String css, String text) {
        shown(css).sendKeys(text);
    }

    private WebElement shown(String css) {
        return patience.until(visibilityOfElementLocated(By.cssSelector(css)));
    }
}
