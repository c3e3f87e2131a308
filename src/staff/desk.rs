//! The frame of the desk: signing in, what is shown, what is said, undoing.

use std::sync::Arc;

use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    api::{Api, Collection, Failure},
    decide::{self, Step},
    published::{OldList, PublishedList, StoryView},
    queue::{Filter, Queue},
    records::{Published, Waiting},
    review::Review,
    words::{self, Link},
};
use crate::domain::{lang::Lang, submission::Submission, text::fill, texts::Staff};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    Queue,
    Item(String),
    Published,
    Old,
    Story(String),
}

/// Everything the parts of the desk share.
#[derive(Clone, Copy)]
pub struct State {
    pub words: RwSignal<Arc<Staff>>,
    pub lang: RwSignal<Lang>,
    pub api: RwSignal<Option<Api>>,
    pub view: RwSignal<View>,
    pub waiting: RwSignal<Vec<Waiting>>,
    pub published: RwSignal<Vec<Published>>,
    pub links: RwSignal<Vec<Link>>,
    pub filter: RwSignal<Filter>,
    /// What is said of the last action; a number with it, so that the same is said anew.
    pub said: RwSignal<String>,
    pub back: RwSignal<Vec<Step>>,
    /// Submissions as they were when they were first looked at: what was changed since is shown.
    pub seen: RwSignal<Vec<Submission>>,
    /// A request is under way: nothing is asked for twice.
    pub busy: RwSignal<bool>,
}

/// The state of the desk.
pub fn use_state() -> State {
    expect_context::<State>()
}

impl State {
    pub fn say(self, pick: impl Fn(&Staff) -> &String) {
        self.said.set(pick(&self.words.read_untracked()).clone());
    }

    /// Says why something did not work.
    pub fn complain(self, failure: &Failure) {
        let words = self.words.get_untracked();
        self.said.set(match failure {
            Failure::Unreachable => words.unreachable.clone(),
            Failure::SlowDown(seconds) => fill(&words.slow_down, &[("seconds", &seconds.to_string())]),
            Failure::NotStaff => words.not_staff.clone(),
            Failure::Conflict => words.conflict.clone(),
            Failure::Gone => words.gone.clone(),
            Failure::Other(reason) => fill(&words.failed, &[("reason", reason)]),
        });
    }

    /// A submission as it was when it was first looked at.
    pub fn first_seen(self, now: &Submission) -> Submission {
        let known = self.seen.read_untracked().iter().find(|seen| seen.id == now.id).cloned();
        known.unwrap_or_else(|| {
            self.seen.update_untracked(|seen| seen.push(now.clone()));
            now.clone()
        })
    }

    /// Fetches what waits and what is published.
    pub async fn refresh(self) {
        let Some(api) = self.api.get_untracked() else { return };
        match api.list(Collection::Submissions, "&_sort=last_modified").await {
            Ok(records) => self.waiting.set(records.into_iter().map(Waiting::of).collect()),
            Err(failure) => self.complain(&failure),
        }
        match api.list(Collection::Stories, "&_sort=-last_modified").await {
            Ok(records) => self.published.set(records.into_iter().filter_map(Published::of).collect()),
            Err(failure) => self.complain(&failure),
        }
    }

    /// Goes somewhere else; the browser's own way back leads here again.
    pub fn show(self, view: View) {
        let hash = match &view {
            View::Queue => String::new(),
            View::Item(id) => format!("item={id}"),
            View::Published => "published".to_owned(),
            View::Old => "old".to_owned(),
            View::Story(id) => format!("story={id}"),
        };
        let _ = window().location().set_hash(&hash);
        self.view.set(view);
        if let Some(document) = window().document() {
            let heading = document.query_selector("h1, h2").ok().flatten();
            if let Some(heading) = heading {
                heading.scroll_into_view();
            }
        }
    }

    fn follow_address(self) {
        let hash = window().location().hash().unwrap_or_default();
        let view = match hash.trim_start_matches('#').split_once('=') {
            Some(("item", id)) => View::Item(id.to_owned()),
            Some(("story", id)) => View::Story(id.to_owned()),
            _ if hash == "#published" => View::Published,
            _ if hash == "#old" => View::Old,
            _ => View::Queue,
        };
        if self.view.get_untracked() != view {
            self.view.set(view);
        }
    }

    fn speak(self, lang: Lang) {
        self.lang.set(lang);
        spawn_local(async move {
            if let Some(words) = words::words(lang).await {
                self.words.set(Arc::new(words));
                if let Some(root) = window().document().and_then(|document| document.document_element()) {
                    let _ = root.set_attribute("lang", lang.code());
                    let _ = root.set_attribute("dir", lang.dir());
                }
            }
        });
    }
}

/// The first language of the browser that the site speaks.
fn preferred() -> Lang {
    let languages = window().navigator().languages();
    let codes = languages.iter().filter_map(|code| code.as_string());
    codes.into_iter().find_map(|code| Lang::parse(code.get(..2)?)).unwrap_or(Lang::En)
}

#[component]
pub fn Desk() -> impl IntoView {
    let state = State {
        words: RwSignal::new(Arc::new(Staff::default())),
        lang: RwSignal::new(preferred()),
        api: RwSignal::new(None),
        view: RwSignal::new(View::Queue),
        waiting: RwSignal::new(Vec::new()),
        published: RwSignal::new(Vec::new()),
        links: RwSignal::new(Vec::new()),
        filter: RwSignal::new(Filter::default()),
        said: RwSignal::new(String::new()),
        back: RwSignal::new(Vec::new()),
        seen: RwSignal::new(Vec::new()),
        busy: RwSignal::new(false),
    };
    provide_context(state);
    state.speak(preferred());
    state.follow_address();
    window_event_listener(ev::hashchange, move |_| state.follow_address());
    spawn_local(async move {
        if let Some(links) = words::matrix().await {
            state.links.set(links);
        }
    });
    let body = move || {
        if state.api.read().is_none() {
            return view! { <SignIn/> }.into_any();
        }
        match state.view.get() {
            View::Queue => view! { <Queue/> }.into_any(),
            View::Item(id) => view! { <Review id=id/> }.into_any(),
            View::Published => view! { <PublishedList/> }.into_any(),
            View::Old => view! { <OldList/> }.into_any(),
            View::Story(id) => view! { <StoryView id=id/> }.into_any(),
        }
    };
    view! {
        <Head/>
        <main class="wrap desk" aria-busy=move || state.busy.get().to_string()>
            <div class="desk__said" role="status">
                {move || state.said.get()}
                {move || (!state.back.read().is_empty()).then(|| view! { <button class="chip" type="button" data-undo="" on:click=move |_| undo(state)>{move || state.words.read().undo.clone()}</button> })}
            </div>
            {body}
        </main>
    }
}

#[component]
fn Head() -> impl IntoView {
    let state = use_state();
    let tab = move |view: View, name: fn(&Staff) -> &String| {
        let (shown, to) = (view.clone(), view);
        view! {
            <button class="chip" type="button" aria-current=move || (state.view.get() == shown).then_some("page") on:click=move |_| state.show(to.clone())>
                {move || name(&state.words.read()).clone()}
            </button>
        }
    };
    let langs: Vec<_> = Lang::ALL
        .into_iter()
        .map(|lang| view! { <option value=lang.code() selected=lang == state.lang.get_untracked()>{lang.endonym()}</option> })
        .collect();
    let choose = move |event: ev::Event| {
        if let Some(lang) = Lang::parse(&event_target_value(&event)) {
            state.speak(lang);
        }
    };
    view! {
        <header class="wrap desk__head">
            <h1><bdi dir="ltr">"#ICT4SDG"</bdi>" · "{move || state.words.read().title.clone()}</h1>
            <select class="ask__field desk__lang" aria-label="Language" on:change=choose>{langs}</select>
            {move || state.api.read().is_some().then(|| view! {
                <nav class="submit__ways" aria-label=state.words.read().title.clone()>
                    {tab(View::Queue, |words| &words.tab_queue)}
                    {tab(View::Published, |words| &words.tab_published)}
                    {tab(View::Old, |words| &words.tab_old)}
                    <button class="chip" type="button" on:click=move |_| state.api.set(None)>{move || state.words.read().sign_out.clone()}" ("<bdi>{move || state.api.read().as_ref().map(|api| api.user.clone())}</bdi>")"</button>
                </nav>
            })}
        </header>
    }
}

#[component]
fn SignIn() -> impl IntoView {
    let state = use_state();
    let (user, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let enter = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if state.busy.get_untracked() {
            return;
        }
        state.busy.set(true);
        spawn_local(async move {
            match Api::sign_in(user.get_untracked().trim(), &password.get_untracked()).await {
                Ok(api) => {
                    state.said.set(String::new());
                    state.api.set(Some(api));
                    state.refresh().await;
                }
                Err(failure) => state.complain(&failure),
            }
            state.busy.set(false);
        });
    };
    view! {
        <form class="desk__enter" on:submit=enter>
            <label class="ask__label">{move || state.words.read().user.clone()}
                <input class="ask__field" name="user" autocomplete="username" required prop:value=user on:input=move |event| user.set(event_target_value(&event))/>
            </label>
            <label class="ask__label">{move || state.words.read().password.clone()}
                <input class="ask__field" name="password" type="password" autocomplete="current-password" required prop:value=password on:input=move |event| password.set(event_target_value(&event))/>
            </label>
            <button class="button" type="submit">{move || state.words.read().sign_in.clone()}</button>
        </form>
    }
}

fn undo(state: State) {
    let steps = state.back.get_untracked();
    let Some(api) = state.api.get_untracked() else { return };
    if state.busy.get_untracked() {
        return;
    }
    state.busy.set(true);
    spawn_local(async move {
        match decide::undo(&api, &steps).await {
            Ok(()) => state.say(|words| &words.undone),
            Err(failure) => state.complain(&failure),
        }
        state.back.set(Vec::new());
        state.refresh().await;
        state.busy.set(false);
    });
}
