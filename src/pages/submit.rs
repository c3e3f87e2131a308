//! Where a member tells a case study. `public/submit/form.js` makes it work; without script the questions can be read
//! and answered by e-mail.

use leptos::prelude::*;

use crate::{
    components::{
        ask::{Ask, Asked, Control},
        words::Code,
    },
    ctx::{Ctx, use_ctx},
    domain::{
        submission::{ADDRESS, BODY, CAPTION, EMAIL, EVIDENCE, FIGURE, NAME, NOTE, ORGANISATION, SUMMARY, TITLE, WHAT},
        texts::{Question, Submit},
    },
    page::SubmitPage,
    route::Route,
};

#[component]
pub fn SubmitPageView(submit: SubmitPage) -> impl IntoView {
    let ctx = use_ctx();
    let text = submit.text.clone();
    let page = ctx.page();
    let by_mail = if page.mailto == "mailto:" {
        view! { <p>{text.no_address.clone()}</p> }.into_any()
    } else {
        view! { <p><a href=page.mailto.clone()>{text.email.clone()}</a></p> }.into_any()
    };
    let steps = steps(&text).map(|(id, name)| view! { <li><a href=format!("#{id}")>{name}</a></li> });
    view! {
        <article class="wrap submit" data-base=page.base.clone()>
            <h1 tabindex="-1">{text.heading.clone()}</h1>
            <p class="lead">{text.lead.clone()}</p>
            <div class="submit__plain"><p>{text.needs_script.clone()}</p>{by_mail}</div>
            <section class="submit__follow" data-follow="" hidden></section>
            <section class="submit__receipt" data-receipt="" tabindex="-1" hidden></section>
            <form class="submit__form" data-submission="" novalidate aria-label=text.heading.clone()>
                {drafts(&text)}
                <nav class="submit__steps" aria-label=text.steps_label.clone()><ol>{steps.into_iter().collect::<Vec<_>>()}</ol></nav>
                <div class="submit__errors" data-errors="" role="alert" tabindex="-1" hidden></div>
                {story(&text)}
                {place(&submit)}
                {who(&submit)}
                {goals(&ctx, &submit)}
                {links(&text)}
                {consent(&ctx, &submit)}
                {preview(&text)}
                {send(&text)}
            </form>
        </article>
    }
    .into_any()
}

/// The steps in their order: the anchor and the heading of each.
fn steps(text: &Submit) -> [(&'static str, String); 8] {
    [
        ("step-story", text.step_story.clone()),
        ("step-place", text.step_place.clone()),
        ("step-who", text.step_who.clone()),
        ("step-goals", text.step_goals.clone()),
        ("step-links", text.step_links.clone()),
        ("step-consent", text.step_consent.clone()),
        ("step-preview", text.step_preview.clone()),
        ("step-send", text.step_send.clone()),
    ]
}

fn step(text: &Submit, id: &'static str, body: AnyView) -> AnyView {
    let steps = steps(text);
    let at = steps.iter().position(|(other, _)| *other == id).unwrap_or_default();
    let name = steps[at].1.clone();
    let (label, labelled) = (format!("{id}-name"), format!("{id}-name"));
    view! {
        <section class="submit__step" id=id aria-labelledby=labelled>
            <h2 id=label><span class="submit__number" aria-hidden="true">{at + 1}</span>{name}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// The drafts on this device. The note says when the last change was saved.
fn drafts(text: &Submit) -> AnyView {
    let ways = [
        ("new", &text.draft_new),
        ("export", &text.draft_export),
        ("import", &text.draft_import),
        ("delete", &text.draft_delete),
    ];
    let ways =
        ways.map(|(way, name)| view! { <button class="chip" type="button" data-draft-way=way>{name.clone()}</button> });
    view! {
        <div class="submit__drafts" role="group" aria-label=text.drafts.clone()>
            <label class="ask__label">{text.drafts.clone()}<select class="ask__field" data-drafts="" autocomplete="off"></select></label>
            <label class="ask__label">{text.draft_name.clone()}<input class="ask__field" data-draft-name="" maxlength="80" autocomplete="off"/></label>
            <p class="submit__ways">{ways.into_iter().collect::<Vec<_>>()}<input type="file" accept="application/json,.json" data-draft-file="" hidden/></p>
            <p class="quiet" data-draft="" role="status"></p>
        </div>
    }
    .into_any()
}

fn story(text: &Submit) -> AnyView {
    let fields = &text.fields;
    let body = view! {
        <Ask asked=Asked::new("title", Control::Line("text")).required().of_length(TITLE) words=fields.title.clone() text=text.clone()/>
        <Ask asked=Asked::new("summary", Control::Text(8)).required().of_length(SUMMARY) words=fields.summary.clone() text=text.clone()/>
        <Ask asked=Asked::new("body", Control::Text(10)).of_length(BODY) words=fields.body.clone() text=text.clone()/>
        {rows(text, "results", &text.results, &text.results_hint, &text.add_result, || {
            vec![
                (Asked::new("figure", Control::Line("text")).required().of_length(FIGURE), fields.figure.clone()),
                (Asked::new("what", Control::Line("text")).required().of_length(WHAT), fields.what.clone()),
                (Asked::new("date", Control::Line("text")).required().of_length((4, 10)), fields.date.clone()),
                (Asked::new("source", Control::Line("url")).required().of_length(ADDRESS), fields.source.clone()),
            ]
        })}
    };
    step(text, "step-story", body.into_any())
}

/// Rows that a member may add: the script makes each from the template.
fn rows(
    text: &Submit,
    name: &'static str,
    heading: &str,
    hint: &str,
    add: &str,
    asked: impl FnOnce() -> Vec<(Asked, Question)>,
) -> AnyView {
    let asked: Vec<_> = asked()
        .into_iter()
        .map(|(asked, words)| {
            let is_file = asked.control == Control::Line("file");
            view! { <Ask asked=asked words=words text=text.clone()/>{is_file.then(|| view! { <div class="quiet" data-kept=""></div> })} }
        })
        .collect();
    view! {
        <fieldset class="submit__rows" data-rows=name>
            <legend>{heading.to_owned()}</legend>
            {(!hint.is_empty()).then(|| view! { <p class="ask__hint">{hint.to_owned()}</p> })}
            <div data-rows-list=""></div>
            <template><div class="submit__row" data-row="">{asked}<button class="chip" type="button" data-remove="">{text.remove.clone()}</button></div></template>
            <button class="chip" type="button" data-add="">{add.to_owned()}</button>
        </fieldset>
    }
    .into_any()
}

fn place(submit: &SubmitPage) -> AnyView {
    let (text, fields) = (&submit.text, &submit.text.fields);
    let countries: Vec<_> = submit
        .countries
        .iter()
        .map(|country| {
            view! { <label class="facets__choice"><input type="checkbox" name="countries" value=country.value.clone()/><span class="facets__name">{country.name.clone()}</span></label> }
        })
        .collect();
    let body = view! {
        <fieldset class="ask" data-ask="countries" aria-describedby="f-countries-hint f-countries-error">
            <legend class="ask__label" id="f-countries" tabindex="-1">{fields.countries.label.clone()}</legend>
            <p class="ask__hint" id="f-countries-hint">{fields.countries.hint.clone()}</p>
            <input class="ask__field" type="search" data-find-country="" aria-label=text.find_country.clone() placeholder=text.find_country.clone() autocomplete="off"/>
            <div class="submit__scroll">{countries}</div>
            <div class="ask__count" data-countries-chosen="" role="status"></div>
            <label class="ask__tick"><input type="checkbox" name="scope" value="global"/><span>{fields.scope.label.clone()}</span></label>
            <div class="ask__error" id="f-countries-error"></div>
        </fieldset>
        <div class="submit__pair">
            <Ask asked=Asked::new("years.from", Control::Line("number")).required() words=fields.from.clone() text=text.clone()/>
            <Ask asked=Asked::new("years.to", Control::Line("number")) words=fields.to.clone() text=text.clone()/>
        </div>
        <Ask asked=Asked::new("years.about", Control::Tick) words=fields.years_about.clone() text=text.clone()/>
    };
    step(text, "step-place", body.into_any())
}

fn who(submit: &SubmitPage) -> AnyView {
    let (text, fields) = (&submit.text, &submit.text.fields);
    let kinds: Vec<_> = submit
        .kinds
        .iter()
        .map(|kind| view! { <label class="ask__tick"><input type="radio" name="type" value=kind.value.clone()/><span>{kind.name.clone()}</span></label> })
        .collect();
    let body = view! {
        <Ask asked=Asked::new("organisation", Control::Line("text")).required().of_length(ORGANISATION).filled_in("organization") words=fields.organisation.clone() text=text.clone()/>
        <fieldset class="ask" data-ask="type" aria-describedby="f-type-error">
            <legend class="ask__label" id="f-type" tabindex="-1">{fields.r#type.label.clone()}</legend>
            {kinds}
            <div class="ask__error" id="f-type-error"></div>
        </fieldset>
    };
    step(text, "step-who", body.into_any())
}

fn goals(ctx: &Ctx, submit: &SubmitPage) -> AnyView {
    let (text, fields) = (&submit.text, &submit.text.fields);
    let options: Vec<_> = submit
        .lines
        .iter()
        .map(|line| view! { <option value=line.id.to_string()>{ctx.line_name(line)}</option> })
        .collect();
    let more: Vec<_> = submit
        .lines
        .iter()
        .map(|line| {
            view! { <label class="ask__tick"><input type="checkbox" name="more_lines" value=line.id.to_string()/><span><Code code=line.code.clone()/>" "{line.name.clone()}</span></label> }
        })
        .collect();
    let goals: Vec<_> = submit
        .goals
        .iter()
        .map(|goal| {
            let (id, of) = (goal.id.to_string(), goal.id.to_string());
            view! {
                <label class="submit__goal" data-goal=of>
                    <input type="checkbox" name="goals" value=id/>
                    <span class="tile" aria-hidden="true">{goal.id.number()}</span>
                    <span class="visually-hidden">{ctx.goal_number(goal.id)}" "</span>
                    <span>{goal.title.clone()}</span>
                </label>
            }
        })
        .collect();
    let body = view! {
        <div class="ask" data-ask="lines">
            <label class="ask__label" for="f-lines">{fields.lines.label.clone()}</label>
            <p class="ask__hint" id="f-lines-hint">{fields.lines.hint.clone()}</p>
            <select class="ask__field" id="f-lines" name="lines" aria-required="true" aria-describedby="f-lines-hint f-lines-error">
                <option value="">{text.choose.clone()}</option>{options}
            </select>
            <div class="ask__error" id="f-lines-error"></div>
        </div>
        <details class="ask"><summary class="chip">{fields.more_lines.label.clone()}</summary>
            <p class="ask__hint">{fields.more_lines.hint.clone()}</p>
            <div role="group" aria-label=fields.more_lines.label.clone()>{more}</div>
        </details>
        <fieldset class="ask" data-ask="goals" aria-describedby="f-goals-hint f-goals-error">
            <legend class="ask__label" id="f-goals" tabindex="-1">{fields.goals.label.clone()}</legend>
            <p class="ask__hint" id="f-goals-hint">{fields.goals.hint.clone()}</p>
            <div class="submit__goals">{goals}</div>
            <div class="ask__count" data-goals-chosen="" role="status"></div>
            <div class="quiet" data-suggestion=""></div>
            <div class="ask__error" id="f-goals-error"></div>
        </fieldset>
        <div data-claims=""></div>
        <template data-claim="">{claim(text)}</template>
    };
    step(text, "step-goals", body.into_any())
}

/// What is asked for each goal: the evidence, its targets, and whether a pair outside the matrix is meant.
fn claim(text: &Submit) -> AnyView {
    let fields = &text.fields;
    view! {
        <fieldset class="submit__claim">
            <legend class="submit__claim-name"></legend>
            <div class="quiet" data-in-matrix=""></div>
            <Ask asked=Asked::new("outside", Control::Tick).required() words=Question { label: text.claim.clone(), ..Default::default() } text=text.clone()/>
            <Ask asked=Asked::new("evidence", Control::Text(3)).required().of_length(EVIDENCE) words=fields.evidence.clone() text=text.clone()/>
            <details class="ask"><summary class="chip" data-targets-name="">{fields.targets.label.clone()}</summary>
                <p class="ask__hint">{fields.targets.hint.clone()}</p>
                <div data-targets=""></div>
            </details>
        </fieldset>
    }
    .into_any()
}

fn links(text: &Submit) -> AnyView {
    let fields = &text.fields;
    let body = view! {
        {rows(text, "links", &text.links, "", &text.add_link, || {
            vec![
                (Asked::new("url", Control::Line("url")).required().of_length(ADDRESS), fields.link_url.clone()),
                (Asked::new("text", Control::Line("text")).of_length((0, WHAT.1)), fields.link_text.clone()),
            ]
        })}
        {rows(text, "pictures", &text.pictures, "", &text.add_picture, || {
            vec![
                (Asked::new("url", Control::Line("url")).of_length((0, ADDRESS.1)), fields.picture_url.clone()),
                (Asked::new("file", Control::Line("file")), fields.picture_file.clone()),
                (Asked::new("alt", Control::Line("text")).required().of_length(CAPTION), fields.picture_alt.clone()),
                (Asked::new("caption", Control::Line("text")).of_length((0, CAPTION.1)), fields.picture_caption.clone()),
            ]
        })}
    };
    step(text, "step-links", body.into_any())
}

fn consent(ctx: &Ctx, submit: &SubmitPage) -> AnyView {
    let (text, fields) = (&submit.text, &submit.text.fields);
    let body = view! {
        <div class="submit__pair">
            <Ask asked=Asked::new("contact_name", Control::Line("text")).of_length(NAME).filled_in("name") words=fields.contact_name.clone() text=text.clone()/>
            <Ask asked=Asked::new("contact_email", Control::Line("email")).required().of_length(EMAIL).filled_in("email") words=fields.contact_email.clone() text=text.clone()/>
        </div>
        <Ask asked=Asked::new("note", Control::Text(3)).of_length(NOTE) words=fields.note.clone() text=text.clone()/>
        <div class="submit__trap" aria-hidden="true"><label>{fields.website.label.clone()}<input name="website" tabindex="-1" autocomplete="off"/></label></div>
        <Ask asked=Asked::new("consent", Control::Tick).required() words=fields.consent.clone() text=text.clone()/>
        <details class="how-sure"><summary>{text.privacy.clone()}</summary><p>{text.privacy_note.clone()}" "<a href=ctx.href(&Route::Privacy)>{submit.privacy.clone()}</a></p></details>
    };
    step(text, "step-consent", body.into_any())
}

fn preview(text: &Submit) -> AnyView {
    let body = view! {
        <p class="ask__hint">{text.preview_note.clone()}</p>
        <p><button class="chip" type="button" data-preview-show="">{text.preview_show.clone()}</button></p>
        <div class="submit__preview" data-preview="" hidden></div>
    };
    step(text, "step-preview", body.into_any())
}

fn send(text: &Submit) -> AnyView {
    let ways = [
        ("handover", &text.handover, &text.handover_note),
        ("email", &text.email, &text.email_note),
        ("issue", &text.issue, &text.issue_note),
    ];
    let ways = ways.map(|(way, name, note)| {
        let (file, other) = if way == "handover" { (Some(""), None) } else { (None, Some(way)) };
        view! { <li data-way-of=way><button class="chip" type="button" data-handover=file data-way=other>{name.clone()}</button>" "<span class="quiet">{note.clone()}</span></li> }
    });
    let body = view! {
        <p class="ask__hint" data-send-hint="">{text.send_hint.clone()}</p>
        <p class="submit__ways">
            <button class="button" type="submit" data-send="">{text.send.clone()}</button>
            <button class="chip" type="button" data-send-stop="" hidden>{text.send_stop.clone()}</button>
        </p>
        <p class="submit__answer" role="status" data-answer=""></p>
        <div class="submit__others"><h3 data-others-name="">{text.other_ways.clone()}</h3><ul class="plain-list">{ways.into_iter().collect::<Vec<_>>()}</ul></div>
    };
    step(text, "step-send", body.into_any())
}
