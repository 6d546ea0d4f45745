package io.opintosandbox.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.rendering.FileRenderer;
import java.util.Map;

/** Renders the pages, whose templates are compiled with the project. Everything put into them is escaped. */
public final class Templates implements FileRenderer {

    /** Made when the first page is asked for, because most servers never show one. */
    private static final class Engine {
        static final TemplateEngine INSTANCE = TemplateEngine.createPrecompiled(
                null, ContentType.Html, Templates.class.getClassLoader(), "io.opintosandbox.ui.templates");
    }

    @Override
    public String render(String template, Map<String, ? extends Object> model, Context context) {
        var output = new StringOutput();
        @SuppressWarnings("unchecked")
        var parameters = (Map<String, Object>) model;
        Engine.INSTANCE.render(template, parameters, output);
        return output.toString();
    }
}
