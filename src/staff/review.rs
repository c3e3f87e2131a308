//! One submission: as it will appear, checked against the matrix, compared with what is published; and the decision.

use std::{future::Future, pin::Pin};

use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    api::{Collection, Failure, If},
    decide::{self, Done},
    desk::{State, View, use_state},
    edit::{Changes, Edit},
    letters::{self, Purpose},
    queue::{is_typing, wish_name},
    records::{Published, Sent, Waiting, similar},
    words,
};
use crate::domain::{
    ids::{CellId, TargetCode},
    lang::Lang,
    names::Slug,
    slug_for::slug_for,
    submission::{FollowUp, Submission, Wish},
    text::fill,
    texts::Staff,
};

#[wasm_bindgen::prelude::wasm_bindgen(module = "/src/staff/preview.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn show(element: &web_sys::Element, lang: &str, text: &str) -> Result<(), wasm_bindgen::JsValue>;
}

#[component]
pub fn Review(id: String) -> impl IntoView {
    let state = use_state();
    // Only whether it is there: a refresh must not throw away what is being edited.
    let found = Memo::new(move |_| state.waiting.read().iter().find(|waiting| waiting.id == id).cloned());
    let back = move || view! { <p><button class="chip" type="button" on:click=move |_| state.show(View::Queue)>{move || state.words.read().back.clone()}</button></p> };
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            state.show(View::Queue);
        }
    });
    on_cleanup(move || keys.remove());
    let body = move || match found.get() {
        None => view! { <p>{move || state.words.read().gone.clone()}</p> }.into_any(),
        Some(waiting) => match waiting.sent.clone() {
            Ok(Sent::Story(story)) => view! { <StoryReview waiting=waiting story=*story/> }.into_any(),
            Ok(Sent::Wish(wish)) => view! { <WishReview waiting=waiting wish=wish/> }.into_any(),
            Err(reason) => {
                let raw = serde_json::to_string_pretty(&waiting.raw).unwrap_or_default();
                let said = fill(&state.words.read().unreadable, &[("reason", &reason)]);
                view! { <h2>{said}</h2><pre class="wizard__code" dir="ltr">{raw}</pre><RejectButton waiting=waiting/> }
                    .into_any()
            }
        },
    };
    view! { {back}{body} }
}

#[component]
fn StoryReview(waiting: Waiting, story: Submission) -> impl IntoView {
    let state = use_state();
    let edited = RwSignal::new(story.clone());
    let editing = RwSignal::new(false);
    let words = state.words.get();
    let (lang, wish) = (story.lang, story.wish);
    let suggested = slug_for(&story.title, &story.organisation, story.years.from);
    let slug = RwSignal::new(suggested.map(|slug| slug.to_string()).unwrap_or_default());
    let contact = format!("{} {}", story.contact_name, story.contact_email);
    let sent = waiting.clone();
    let publish = move || publish(state, sent.clone(), edited.get_untracked(), slug.get_untracked());
    let act = publish.clone();
    let keys = window_event_listener(ev::keydown, move |event| {
        if is_typing(&event) {
            return;
        }
        match event.key().as_str() {
            "p" => act(),
            "e" => editing.update(|on| *on = !*on),
            _ => {}
        }
    });
    on_cleanup(move || keys.remove());
    let note = story.note.clone();
    let original = waiting.clone();
    let save = move |_| {
        if editing.get_untracked() {
            keep(state, original.clone(), edited.get_untracked());
        }
        editing.update(|on| *on = !*on);
    };
    let name = if wish.is_some() { words.approve_correction.clone() } else { words.approve.clone() };
    view! {
        <h2 lang=lang.code() dir=lang.dir()>{story.title.clone()}</h2>
        <p class="quiet">{wish_name(&words, wish)}" · "{lang.endonym()}</p>
        <p>{words.contact.clone()}": "<bdi>{contact}</bdi></p>
        {(!note.is_empty()).then(|| view! { <blockquote dir="auto">{note}</blockquote> })}
        <MatrixCheck edited=edited/>
        <Similar edited=edited/>
        <p class="submit__ways">
            <button class="chip" type="button" data-edit="" aria-pressed=move || editing.get().to_string() on:click=save>
                {move || { let words = state.words.read(); if editing.get() { words.edit_done.clone() } else { words.edit.clone() } }}
            </button>
        </p>
        {move || editing.get().then(|| view! { <Edit edited=edited/> })}
        <Changes before=state.first_seen(&story) edited=edited/>
        {wish.is_none().then(|| view! {
            <label class="ask__label desk__slug">{words.address.clone()}
                <span class="ask__hint">{words.address_hint.clone()}</span>
                <input class="ask__field" dir="ltr" name="slug" prop:value=slug on:input=move |event| slug.set(event_target_value(&event))/>
            </label>
        })}
        <p class="submit__ways"><button class="button" type="button" data-approve="" on:click=move |_| publish()>{name}</button></p>
        <Letter waiting=waiting.clone() edited=edited/>
        <h3>{words.preview.clone()}</h3>
        <Appearance lang=lang text=Signal::derive(move || serde_json::to_string(&edited.get()).unwrap_or_default())/>
    }
}

/// As it will appear, in its own language.
#[component]
pub fn Appearance(lang: Lang, text: Signal<String>) -> impl IntoView {
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        let (Some(element), text) = (place.get(), text.get()) else { return };
        spawn_local(async move {
            let element: &web_sys::Element = &element;
            let _ = show(element, lang.code(), &text).await;
        });
    });
    view! { <div class="submit__frame" data-preview="" node_ref=place lang=lang.code() dir=lang.dir()></div> }
}

/// Pairs and targets that the matrix does not have.
#[component]
fn MatrixCheck(edited: RwSignal<Submission>) -> impl IntoView {
    let state = use_state();
    move || {
        let (words, links, story) = (state.words.get(), state.links.get(), edited.get());
        let cells: Vec<CellId> = links.iter().map(|link| link.cell.clone()).collect();
        let pairs: Vec<String> =
            story.outside(&cells).iter().map(|cell| format!("{} × {}", cell.line, cell.goal)).collect();
        let named =
            |code| links.iter().any(|link| story.lines.contains(&link.cell.line) && link.targets.contains(code));
        let targets: Vec<&str> = story.targets.iter().filter(|code| !named(code)).map(TargetCode::as_str).collect();
        let first = if pairs.is_empty() {
            words.matrix_fine.clone()
        } else {
            fill(&words.matrix_outside, &[("pairs", &pairs.join(", "))])
        };
        let second = (!targets.is_empty()).then(|| fill(&words.targets_outside, &[("targets", &targets.join(", "))]));
        view! { <h3>{words.matrix_check.clone()}</h3><p data-matrix-check="">{first}</p>{second.map(|text| view! { <p>{text}</p> })} }
    }
}

#[component]
fn Similar(edited: RwSignal<Submission>) -> impl IntoView {
    let state = use_state();
    move || {
        let (words, published) = (state.words.get(), state.published.get());
        let items: Vec<_> = similar(&edited.get(), &published)
            .into_iter()
            .map(|found| {
                let id = found.story.id.to_string();
                let lang = found.story.lang;
                let title = found.story.title.clone();
                view! { <li><button class="chip" type="button" lang=lang.code() on:click=move |_| state.show(View::Story(id.clone()))>{title}</button></li> }
            })
            .collect();
        let list = if items.is_empty() {
            view! { <p>{words.similar_none.clone()}</p> }.into_any()
        } else {
            view! { <ul class="plain-list" data-similar="">{items}</ul> }.into_any()
        };
        view! { <h3>{words.similar.clone()}</h3>{list} }
    }
}

#[component]
fn WishReview(waiting: Waiting, wish: FollowUp) -> impl IntoView {
    let state = use_state();
    let words = state.words.get();
    let old = RwSignal::new(None::<Result<Published, Failure>>);
    let sent = Sent::Wish(wish.clone());
    spawn_local(async move {
        if let Some(api) = state.api.get_untracked() {
            old.set(Some(decide::regarded(&api, &sent).await));
        }
    });
    let kind = wish.wish;
    let original = waiting.clone();
    let body = move || {
        let words = state.words.get();
        let (waiting, wish) = (original.clone(), wish.clone());
        match old.get() {
            None => ().into_any(),
            Some(Err(Failure::Gone)) => view! { <p>{words.unknown_reference.clone()}</p> }.into_any(),
            Some(Err(failure)) => {
                state.complain(&failure);
                ().into_any()
            }
            Some(Ok(found)) => {
                let name = if kind == Wish::Withdraw { words.do_withdraw.clone() } else { words.do_confirm.clone() };
                let title = found.story.title.clone();
                let grant = move |_| grant(state, waiting.clone(), wish.clone(), found.clone());
                view! { <p><b dir="auto">{title}</b></p><p><button class="button" type="button" data-approve="" on:click=grant>{name}</button></p> }.into_any()
            }
        }
    };
    view! {
        <h2>{wish_name(&words, Some(kind))}</h2>
        {body}
        <RejectButton waiting=waiting/>
    }
}

#[component]
fn RejectButton(waiting: Waiting) -> impl IntoView {
    let state = use_state();
    let act = move |_| reject(state, waiting.clone());
    view! { <p><button class="chip" type="button" data-reject="" on:click=act>{move || state.words.read().reject.clone()}</button></p> }
}

/// Asking back and rejecting, each with a reason and a letter in the member's language.
#[component]
fn Letter(waiting: Waiting, edited: RwSignal<Submission>) -> impl IntoView {
    let state = use_state();
    let theirs = RwSignal::new(None::<Staff>);
    let lang = edited.get_untracked().lang;
    spawn_local(async move { theirs.set(words::words(lang).await) });
    let reason = RwSignal::new(0_usize);
    let write = move |purpose| {
        let (story, words) = (edited.get_untracked(), theirs.get_untracked());
        let Some(words) = words else { return };
        let why = letters::reasons(&words)[reason.get_untracked().min(4)].clone();
        letters::open(&letters::about(&words, purpose, &story.contact_email, &story.title, &why));
    };
    let refuse = waiting.clone();
    let act = move || {
        write(Purpose::Reject);
        reject(state, refuse.clone());
    };
    let by_key = act.clone();
    let keys = window_event_listener(ev::keydown, move |event| {
        if is_typing(&event) {
            return;
        }
        match event.key().as_str() {
            "r" => by_key(),
            "a" => write(Purpose::Ask),
            _ => {}
        }
    });
    on_cleanup(move || keys.remove());
    let options = move || {
        let words = state.words.get();
        let options = letters::reasons(&words).map(ToOwned::to_owned).into_iter().enumerate();
        options.map(|(at, text)| view! { <option value=at.to_string()>{text}</option> }).collect::<Vec<_>>()
    };
    view! {
        <div class="desk__letter">
            <label class="ask__label">{move || state.words.read().reason.clone()}
                <select class="ask__field" name="reason" on:change=move |event| reason.set(event_target_value(&event).parse().unwrap_or_default())>{options}</select>
            </label>
            <p class="submit__ways">
                <button class="chip" type="button" data-ask-back="" on:click=move |_| write(Purpose::Ask)>{move || state.words.read().ask.clone()}</button>
                <button class="chip" type="button" data-reject="" on:click=move |_| act()>{move || state.words.read().reject.clone()}</button>
            </p>
        </div>
    }
}

// --- what is done

/// A decision under way.
type Work = Pin<Box<dyn Future<Output = Result<Done, Failure>>>>;

/// Runs a decision: one at a time; says what came of it, and goes back to the list if it worked.
fn decided(state: State, work: Work, said: fn(&Staff) -> &String) {
    if state.busy.get_untracked() {
        return;
    }
    state.busy.set(true);
    spawn_local(async move {
        let done = work.await;
        let failed = done.as_ref().err().cloned();
        match done {
            Ok(done) => {
                if done.left_over {
                    state.say(|words| &words.half_done);
                } else {
                    state.say(said);
                }
                state.back.set(done.back);
                state.show(View::Queue);
            }
            Err(failure) => state.complain(&failure),
        }
        state.refresh().await;
        // The refresh itself may have had nothing to say.
        if let Some(failure) = failed {
            state.complain(&failure);
        }
        state.busy.set(false);
    });
}

fn publish(state: State, waiting: Waiting, story: Submission, slug: String) {
    let Some(api) = state.api.get_untracked() else { return };
    if story.wish.is_some() {
        let work = async move {
            let old = decide::regarded(&api, &Sent::Story(Box::new(story.clone()))).await?;
            decide::correct(&api, &waiting, &story, &old).await
        };
        return decided(state, Box::pin(work), |words| &words.published);
    }
    let Ok(slug) = Slug::parse(slug.trim()) else { return state.say(|words| &words.address_bad) };
    if state.published.read_untracked().iter().any(|published| published.story.id == slug) {
        return state.say(|words| &words.address_taken);
    }
    let work = async move { decide::publish(&api, &waiting, &story, &slug).await };
    decided(state, Box::pin(work), |words| &words.published);
}

fn grant(state: State, waiting: Waiting, wish: FollowUp, old: Published) {
    let Some(api) = state.api.get_untracked() else { return };
    let kind = wish.wish;
    let said: fn(&Staff) -> &String = match kind {
        Wish::Withdraw => |words| &words.withdrawn,
        _ => |words| &words.confirmed,
    };
    decided(state, Box::pin(async move { decide::grant(&api, &waiting, &wish, &old).await }), said);
}

fn reject(state: State, waiting: Waiting) {
    let Some(api) = state.api.get_untracked() else { return };
    decided(state, Box::pin(async move { decide::reject(&api, &waiting).await }), |words| &words.rejected);
}

/// Keeps an edited submission in the engine, so that a colleague sees it too.
fn keep(state: State, waiting: Waiting, edited: Submission) {
    let Some(api) = state.api.get_untracked() else { return };
    let Ok(data) = serde_json::to_value(&edited) else { return };
    if data == waiting.raw {
        return;
    }
    spawn_local(async move {
        match api.put(Collection::Submissions, &waiting.id, data, If::Version(waiting.version)).await {
            Ok(_) => {
                state.say(|words| &words.saved);
                state.refresh().await;
            }
            Err(failure) => {
                state.refresh().await;
                state.complain(&failure);
            }
        }
    });
}
