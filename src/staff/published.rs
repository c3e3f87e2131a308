//! What is published: the list, what has not been confirmed for long, and one case study with its translations.

use leptos::{ev, prelude::*, task::spawn_local};
use serde_json::Value;

use super::{
    api::{Collection, If},
    desk::{State, View, use_state},
    letters,
    records::{Published, day_of, today},
    review::Appearance,
    words,
};
use crate::domain::{
    lang::Lang,
    near::folded,
    story::{State as TextState, Translation},
    text::fill,
    texts::Staff,
};

#[component]
pub fn PublishedList() -> impl IntoView {
    let state = use_state();
    let typed = RwSignal::new(String::new());
    let rows = move || {
        let wanted = folded(&typed.get());
        let all = state.published.get();
        let fits =
            |one: &&Published| folded(&format!("{} {}", one.story.title, one.story.organisation)).contains(&wanted);
        all.iter().filter(fits).map(|one| row(state, one, None)).collect::<Vec<_>>()
    };
    view! {
        <h2>{move || state.words.read().tab_published.clone()}</h2>
        <label class="ask__label">{move || state.words.read().filter.clone()}
            <input class="ask__field" type="search" on:input=move |event| typed.set(event_target_value(&event))/>
        </label>
        <ol class="desk__list" data-published="">{rows}</ol>
    }
}

#[component]
pub fn OldList() -> impl IntoView {
    let state = use_state();
    let rows = move || {
        let words = state.words.get();
        let mut old: Vec<Published> = state.published.get();
        old.retain(|one| one.story.confirmed.years_until(today()) >= 1);
        old.sort_by_key(|one| one.story.confirmed);
        let rows: Vec<_> = old.iter().map(|one| row(state, one, Some(words.remind.clone()))).collect();
        if rows.is_empty() {
            view! { <p>{words.old_none.clone()}</p> }.into_any()
        } else {
            view! { <p class="quiet">{words.no_address_known.clone()}</p><ol class="desk__list" data-old="">{rows}</ol> }.into_any()
        }
    };
    view! { <h2>{move || state.words.read().tab_old.clone()}</h2>{rows} }
}

fn row(state: State, one: &Published, remind: Option<String>) -> impl IntoView + use<> {
    let story = one.story.clone();
    let (id, of, lang) = (story.id.to_string(), story.id.to_string(), story.lang);
    let langs: Vec<&str> = story.langs().map(Lang::code).collect();
    let facts = format!("{} · {} · {}", story.organisation, story.confirmed, langs.join(" "));
    let title = story.title.clone();
    let button = remind.map(|name| {
        let write = move |_| {
            remind_of(state, story.id.to_string(), story.lang, story.title.clone(), story.confirmed.to_string());
        };
        view! { <button class="chip" type="button" on:click=write>{name}</button> }
    });
    view! {
        <li data-id=of>
            <button class="desk__row" type="button" on:click=move |_| state.show(View::Story(id.clone()))>
                <b lang=lang.code() dir=lang.dir()>{title}</b><span class="quiet"><bdi>{facts}</bdi></span>
            </button>
            {button}
        </li>
    }
}

/// Writes a reminder in the language of the case study, with its private link if it came by the form.
fn remind_of(state: State, slug: String, lang: Lang, title: String, date: String) {
    let Some(api) = state.api.get_untracked() else { return };
    spawn_local(async move {
        let receipts = api.list(Collection::Receipts, &format!("&slug={slug}")).await.unwrap_or_default();
        let reference = receipts.first().and_then(|receipt| receipt.get("id")).and_then(Value::as_str);
        let site = words::site().await.unwrap_or_default();
        let link = match reference {
            Some(reference) => format!("{site}{}/submit/#story={reference}", lang.code()),
            None => format!("{site}{}/case-studies/{slug}/", lang.code()),
        };
        if let Some(theirs) = words::words(lang).await {
            letters::open(&letters::reminder(&theirs, &title, &date, &link));
        }
    });
}

#[component]
pub fn StoryView(id: String) -> impl IntoView {
    let state = use_state();
    let found = Memo::new(move |_| state.published.read().iter().find(|one| one.story.id.as_str() == id).cloned());
    let body = move || match found.get() {
        None => view! { <p>{move || state.words.read().gone.clone()}</p> }.into_any(),
        Some(one) => whole(state, one).into_any(),
    };
    view! {
        <p><button class="chip" type="button" on:click=move |_| state.show(View::Published)>{move || state.words.read().back.clone()}</button></p>
        {body}
    }
}

fn whole(state: State, one: Published) -> impl IntoView {
    let words = state.words.get();
    let story = one.story.clone();
    let text = serde_json::to_string(&story).unwrap_or_default();
    let states: Vec<_> = story
        .langs()
        .filter_map(|lang| {
            let told = story.in_language(lang)?;
            Some(view! { <li><bdi>{lang.endonym()}</bdi>": "{state_name(&words, told.state)}</li> })
        })
        .collect();
    view! {
        <h2 lang=story.lang.code() dir=story.lang.dir()>{story.title.clone()}</h2>
        <ul class="plain-list" data-told="">{states}</ul>
        <Translate one=one.clone()/>
        <History id=story.id.to_string()/>
        <h3>{words.preview.clone()}</h3>
        <Appearance lang=story.lang text=Signal::stored(text)/>
    }
}

fn state_name(words: &Staff, state: TextState) -> String {
    match state {
        TextState::Original => &words.state_original,
        TextState::Reviewed => &words.state_reviewed,
        TextState::Machine => &words.state_machine,
    }
    .clone()
}

/// Adds a translation, or changes one and notes that a person has read it.
#[component]
fn Translate(one: Published) -> impl IntoView {
    let state = use_state();
    let words = state.words.get();
    let others: Vec<Lang> = Lang::ALL.into_iter().filter(|lang| *lang != one.story.lang).collect();
    let lang = RwSignal::new(others.first().copied().unwrap_or(Lang::En));
    let (title, summary, reviewed) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(false));
    let translations = one.story.translations.clone();
    let choose = move |chosen: Lang| {
        lang.set(chosen);
        let told = translations.get(&chosen);
        title.set(told.map(|told| told.title.clone()).unwrap_or_default());
        summary.set(told.map(|told| told.summary.clone()).unwrap_or_default());
        reviewed.set(told.is_some_and(|told| told.state != TextState::Machine));
    };
    choose(lang.get_untracked());
    let options: Vec<_> =
        others.iter().map(|lang| view! { <option value=lang.code()>{lang.endonym()}</option> }).collect();
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let (Some(api), mut story) = (state.api.get_untracked(), one.story.clone()) else { return };
        let kept = story.translations.get(&lang.get_untracked()).map(|told| told.body.clone()).unwrap_or_default();
        let told = Translation {
            state: if reviewed.get_untracked() { TextState::Reviewed } else { TextState::Machine },
            title: title.get_untracked().trim().to_owned(),
            summary: summary.get_untracked().trim().to_owned(),
            body: kept,
        };
        if told.title.is_empty() || told.summary.is_empty() {
            return;
        }
        story.translations.insert(lang.get_untracked(), told);
        let (id, version) = (story.id.to_string(), one.version);
        spawn_local(async move {
            let data = serde_json::to_value(&story).unwrap_or_default();
            let saved = api.put(Collection::Stories, &id, data, If::Version(version)).await;
            state.refresh().await;
            match saved {
                Ok(_) => state.say(|words| &words.saved),
                Err(failure) => state.complain(&failure),
            }
        });
    };
    view! {
        <details class="ask"><summary class="chip">{words.translate.clone()}</summary>
            <form class="desk__edit" on:submit=save>
                <label class="ask__label">{words.translation_lang.clone()}
                    <select class="ask__field" name="lang" on:change=move |event| if let Some(lang) = Lang::parse(&event_target_value(&event)) { choose(lang) }>{options}</select>
                </label>
                <label class="ask__label">{words.translation_title.clone()}
                    <input class="ask__field" name="title" dir="auto" required maxlength="160" prop:value=title on:input=move |event| title.set(event_target_value(&event))/>
                </label>
                <label class="ask__label">{words.translation_summary.clone()}
                    <textarea class="ask__field" name="summary" dir="auto" required rows="8" maxlength="2000" prop:value=summary on:input=move |event| summary.set(event_target_value(&event))></textarea>
                </label>
                <label class="ask__tick"><input type="checkbox" name="reviewed" prop:checked=reviewed on:change=move |event| reviewed.set(event_target_checked(&event))/><span>{words.translation_reviewed.clone()}</span></label>
                <p><button class="button" type="submit">{words.translation_save.clone()}</button></p>
            </form>
        </details>
    }
}

/// Who did what with it, and when.
#[component]
fn History(id: String) -> impl IntoView {
    let state = use_state();
    let entries = RwSignal::new(Vec::<Value>::new());
    spawn_local(async move {
        if let Some(api) = state.api.get_untracked() {
            entries.set(api.history(&id).await.unwrap_or_default());
        }
    });
    let lines = move || {
        let words = state.words.get();
        let lines = entries.get().into_iter().map(|entry| {
            let text = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let action = match text("action").as_str() {
                "create" => words.action_create.clone(),
                "delete" => words.action_delete.clone(),
                _ => words.action_update.clone(),
            };
            let moment = entry.get("last_modified").and_then(Value::as_u64).unwrap_or_default();
            let date = day_of(moment).map(|day| day.to_string()).unwrap_or_default();
            let who = text("user_id").trim_start_matches("account:").to_owned();
            view! { <li>{fill(&words.history_line, &[("date", &date), ("who", &who), ("action", &action)])}</li> }
        });
        lines.collect::<Vec<_>>()
    };
    view! { <details class="ask"><summary class="chip">{move || state.words.read().history.clone()}</summary><ul class="plain-list" data-history="">{lines}</ul></details> }
}
