//! Where staff put together what they embed. `public/embed-wizard.js` makes it work; without script the page offers the
//! snippet of the whole explorer.

use leptos::prelude::*;

use crate::{
    components::words::Code,
    ctx::{Ctx, use_ctx},
    domain::{lang::Lang, text::fill, texts::Embed},
    page::EmbedPage,
    route::Route,
};

#[component]
pub fn WizardPage(embed: EmbedPage) -> impl IntoView {
    let ctx = use_ctx();
    let text = embed.text.clone();
    let page = ctx.page();
    let plain = format!(
        "<iframe src=\"{}{}\" title=\"{}\" width=\"1000\" height=\"960\" loading=\"lazy\"></iframe>",
        page.origin,
        Route::Matrix.embed_href(&page.base, page.lang),
        embed.explorer.heading,
    );
    let outputs = [
        ("iframe", &text.iframe, &text.iframe_note),
        ("loader", &text.loader, &text.loader_note),
        ("component", &text.component, &text.component_note),
        ("oembed", &text.oembed, &text.oembed_note),
        ("picture", &text.picture, &text.picture_note),
        ("table", &text.table, &text.table_note),
    ];
    let outputs: Vec<_> = outputs.into_iter().map(|(id, name, note)| output(id, name, note, &text)).collect();
    view! {
        <article
            class="wrap wizard"
            data-base=page.base.clone()
            data-links=embed.links.join(" ")
            data-loader=embed.loader.as_ref().map(|loader| loader.version.clone())
            data-integrity=embed.loader.as_ref().map(|loader| loader.integrity.clone())
        >
            <h1 tabindex="-1">{text.heading.clone()}</h1>
            <p class="lead">{text.lead.clone()}</p>
            <div class="wizard__plain">
                <p>{text.needs_script.clone()}</p>
                <pre class="wizard__code" dir="ltr" tabindex="0">{plain}</pre>
            </div>
            <div class="wizard__columns">
                {form(&ctx, &embed)}
                <section class="wizard__preview" aria-label=text.preview.clone()>
                    <div class="wizard__widths" role="group" aria-label=text.preview.clone()>
                        <span class="label" aria-hidden="true">{text.preview.clone()}</span>
                        <button class="chip" type="button" data-width="390" aria-pressed="false">{text.phone.clone()}</button>
                        <button class="chip" type="button" data-width="1000" aria-pressed="true">{text.desktop.clone()}</button>
                    </div>
                    <div class="wizard__stage"><iframe title=text.preview.clone() width="1000" height="640"></iframe></div>
                    <p class="wizard__weight" role="status"></p>
                    <p class="quiet">{text.nothing_sent.clone()}</p>
                </section>
            </div>
            <section class="section wizard__outputs">
                <h2>{text.outputs.clone()}</h2>
                <div class="wizard__list">{outputs}</div>
                <p class="wizard__answer" role="status"></p>
                <h3>{text.policy.clone()}</h3>
                <p>{text.policy_note.clone()}</p>
                <pre class="wizard__code" dir="ltr" tabindex="0" data-policy=""></pre>
            </section>
        </article>
    }
    .into_any()
}

fn output(id: &'static str, name: &str, note: &str, text: &Embed) -> AnyView {
    let copy = &text.copy;
    let files = (id == "picture").then(|| {
        let kinds = [("png", "PNG"), ("svg", "SVG")];
        let kinds = kinds.map(|(kind, name)| view! { <button class="chip" type="button" data-file=kind>{name}</button> });
        view! { <p class="snippet__ways snippet__files"><span>{text.picture_file.clone()}</span>{kinds.into_iter().collect::<Vec<_>>()}</p> }
    });
    let (label, field) = (format!("{id}-name"), format!("{id}-text"));
    view! {
        <section class="snippet" data-output=id>
            <h3 id=label.clone()>{name.to_owned()}</h3>
            <p class="quiet">{note.to_owned()}</p>
            <textarea class="wizard__code" dir="ltr" readonly rows="4" spellcheck="false" id=field aria-labelledby=label></textarea>
            <p class="snippet__ways"><button class="chip" type="button" data-copy="">{copy.to_owned()}</button></p>
            {files}
        </section>
    }
    .into_any()
}

fn form(ctx: &Ctx, embed: &EmbedPage) -> AnyView {
    let text = &embed.text;
    let here = ctx.lang().code();
    let goals = embed.goals.iter().map(|goal| (goal.id.to_string(), ctx.goal_name(goal))).collect();
    let lines = embed.lines.iter().map(|line| (line.id.to_string(), ctx.line_name(line))).collect();
    let stories = embed.stories.iter().map(|(slug, title)| (slug.to_string(), title.clone())).collect();
    view! {
        <form class="wizard__form" aria-label=text.form_label.clone()>
            {what(text)}
            {filter(ctx, embed)}
            {field("line", &text.which_line, lines, "line cell", here)}
            {field("goal", &text.which_goal, goals, "goal cell", here)}
            {field("story", &text.which_story, stories, "story", here)}
            <p class="wizard__problem" role="alert"></p>
            {looks(embed, here)}
            <label class="wizard__field">
                <span>{text.height.clone()}</span>
                <input class="search-box__field" type="number" name="height" min="200" max="5000" step="10"/>
            </label>
            <label class="wizard__choice" data-for="matrix library">
                <input type="checkbox" name="controls" checked/><span>{text.controls.clone()}</span>
            </label>
        </form>
    }
    .into_any()
}

fn what(text: &Embed) -> AnyView {
    let whats = [
        ("matrix", &text.what_matrix),
        ("goal", &text.what_goal),
        ("line", &text.what_line),
        ("cell", &text.what_cell),
        ("story", &text.what_story),
        ("library", &text.what_library),
    ];
    let whats: Vec<_> = whats
        .into_iter()
        .map(|(value, name)| {
            view! { <label class="wizard__choice"><input type="radio" name="what" value=value checked=value == "matrix"/><span>{name.clone()}</span></label> }
        })
        .collect();
    view! { <fieldset><legend>{text.what.clone()}</legend>{whats}</fieldset> }.into_any()
}

/// Goals, lines and words, of the explorer and of the list of case studies.
fn filter(ctx: &Ctx, embed: &EmbedPage) -> AnyView {
    let text = &embed.text;
    let goals: Vec<_> = embed
        .goals
        .iter()
        .map(|goal| {
            let name = ctx.goal_name(goal);
            let label = name.clone();
            view! {
                <label class="wizard__tile" title=name data-goal=goal.id.to_string()>
                    <input type="checkbox" name="goals" value=goal.id.to_string() aria-label=label/>
                    <span class="tile" aria-hidden="true">{goal.id.number()}</span>
                </label>
            }
        })
        .collect();
    let lines: Vec<_> = embed
        .lines
        .iter()
        .map(|line| {
            view! {
                <label class="wizard__choice">
                    <input type="checkbox" name="lines" value=line.id.to_string()/>
                    <span><Code code=line.code.clone()/>" "{line.name.clone()}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset data-for="matrix library">
            <legend>{text.only_goals.clone()}</legend>
            <p class="quiet">{text.none_is_all.clone()}</p>
            <div class="wizard__tiles">{goals}</div>
        </fieldset>
        <details data-for="matrix library">
            <summary class="chip">{text.only_lines.clone()}</summary>
            <div role="group" aria-label=text.only_lines.clone()>{lines}</div>
        </details>
        <label class="wizard__field" data-for="library">
            <span>{text.words.clone()}</span>
            <input class="search-box__field" type="search" name="q" maxlength="200" autocomplete="off"/>
        </label>
    }
    .into_any()
}

/// How it is shown: view, layer, language, colours, and of which day.
fn looks(embed: &EmbedPage, here: &str) -> AnyView {
    let (text, explorer) = (&embed.text, &embed.explorer);
    let first = |name: &String| std::iter::once((String::new(), name.clone()));
    let named = |value: &str, name: &String| (value.to_owned(), name.clone());
    let layers = first(&explorer.layer_links).chain(embed.layers.clone()).collect();
    let views = first(&explorer.view_grid)
        .chain([
            named("list", &explorer.view_lines),
            named("goals", &explorer.view_goals),
            named("text", &explorer.view_text),
        ])
        .collect();
    let langs = Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), lang.endonym().to_owned()));
    let langs = langs.chain([named("host", &text.host_language)]).collect();
    let themes =
        first(&text.theme_auto).chain([named("light", &text.theme_light), named("dark", &text.theme_dark)]).collect();
    let grounds = first(&text.background_paper).chain([named("none", &text.background_none)]).collect();
    let frozen = embed.versions.iter().map(|(id, day)| (id.clone(), fill(&text.data_frozen, &[("date", day)])));
    let data = first(&text.data_live).chain(frozen).collect();
    view! {
        <div class="wizard__row">
            {field("view", &explorer.view_label, views, "matrix", "")}
            {field("layer", &explorer.layer_label, layers, "matrix", "")}
            {field("lang", &text.language, langs, "", here)}
            {field("theme", &text.theme, themes, "", "")}
            {field("background", &text.background, grounds, "", "")}
            {field("data", &text.data, data, "matrix", "")}
        </div>
    }
    .into_any()
}

fn field(name: &'static str, label: &str, options: Vec<(String, String)>, of: &'static str, chosen: &str) -> AnyView {
    let options: Vec<_> = options
        .into_iter()
        .map(|(value, name)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{name}</option> }
        })
        .collect();
    view! {
        <label class="wizard__field" data-for=(!of.is_empty()).then_some(of)>
            <span>{label.to_owned()}</span>
            <select name=name>{options}</select>
        </label>
    }
    .into_any()
}
