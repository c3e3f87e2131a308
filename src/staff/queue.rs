//! What waits for a decision, the oldest first.

use leptos::{ev, prelude::*};

use super::{
    desk::{State, View, use_state},
    records::{Sent, Waiting},
};
use crate::domain::{lang::Lang, near::folded, submission::Wish, text::fill, texts::Staff};

/// What the list is narrowed down by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub text: String,
    pub lang: String,
    pub goal: String,
    pub wish: String,
}

impl Filter {
    fn lets(&self, waiting: &Waiting) -> bool {
        let Ok(sent) = &waiting.sent else { return *self == Self::default() };
        let wish = wish_key(sent.wish());
        let told = match sent {
            Sent::Story(story) => {
                let text = folded(&format!("{} {} {}", story.title, story.organisation, story.summary));
                let goals = story.goals.iter().any(|goal| goal.to_string() == self.goal);
                text.contains(&folded(&self.text))
                    && (self.lang.is_empty() || story.lang.code() == self.lang)
                    && (self.goal.is_empty() || goals)
            }
            Sent::Wish(follow) => {
                folded(&follow.note).contains(&folded(&self.text)) && self.lang.is_empty() && self.goal.is_empty()
            }
        };
        told && (self.wish.is_empty() || self.wish == wish)
    }
}

const fn wish_key(wish: Option<Wish>) -> &'static str {
    match wish {
        None => "new",
        Some(Wish::Correct) => "correct",
        Some(Wish::Withdraw) => "withdraw",
        Some(Wish::Confirm) => "confirm",
    }
}

/// What is wanted, in words.
pub fn wish_name(words: &Staff, wish: Option<Wish>) -> String {
    match wish {
        None => &words.wish_new,
        Some(Wish::Correct) => &words.wish_correct,
        Some(Wish::Withdraw) => &words.wish_withdraw,
        Some(Wish::Confirm) => &words.wish_confirm,
    }
    .clone()
}

/// The submissions that are shown.
fn shown(state: State) -> Vec<Waiting> {
    let filter = state.filter.get();
    state.waiting.get().into_iter().filter(|waiting| filter.lets(waiting)).collect()
}

#[component]
pub fn Queue() -> impl IntoView {
    let state = use_state();
    let at = RwSignal::new(0_usize);
    let list = Memo::new(move |_| shown(state));
    let keys = window_event_listener(ev::keydown, move |event| {
        if is_typing(&event) {
            return;
        }
        let last = list.read_untracked().len().saturating_sub(1);
        match event.key().as_str() {
            "j" => at.update(|at| *at = (*at + 1).min(last)),
            "k" => at.update(|at| *at = at.saturating_sub(1)),
            "Enter" => {
                let id = list.read_untracked().get(at.get_untracked()).map(|waiting| waiting.id.clone());
                if let Some(id) = id {
                    state.show(View::Item(id));
                }
            }
            _ => {}
        }
    });
    on_cleanup(move || keys.remove());
    let rows = move || {
        let rows: Vec<_> =
            list.get().into_iter().enumerate().map(|(place, waiting)| row(state, waiting, place, at)).collect();
        if rows.is_empty() {
            view! { <p>{state.words.read().queue_empty.clone()}</p> }.into_any()
        } else {
            view! { <ol class="desk__list" data-queue="">{rows}</ol> }.into_any()
        }
    };
    view! {
        <h2>{move || state.words.read().waiting.count(state.lang.get(), state.waiting.read().len())}</h2>
        <Filters/>
        {rows}
        <p class="quiet">{move || state.words.read().keys.clone()}</p>
    }
}

fn row(state: State, waiting: Waiting, place: usize, at: RwSignal<usize>) -> impl IntoView {
    let words = state.words.get();
    let arrived = waiting.arrived().map(|day| fill(&words.arrived, &[("date", &day.to_string())]));
    let (name, lang, facts) = match &waiting.sent {
        Ok(Sent::Story(story)) => {
            let goals: Vec<String> = story.goals.iter().map(ToString::to_string).collect();
            let facts = format!("{} · {} · {}", story.organisation, story.lang.endonym(), goals.join(", "));
            (story.title.clone(), Some(story.lang), facts)
        }
        Ok(Sent::Wish(follow)) => (wish_name(&words, Some(follow.wish)), None, follow.note.clone()),
        Err(reason) => (fill(&words.unreadable, &[("reason", reason)]), None, String::new()),
    };
    let wish = waiting.sent.as_ref().ok().map(|sent| wish_name(&words, sent.wish()));
    let id = waiting.id.clone();
    view! {
        <li data-id=waiting.id.clone() class:desk__here=move || at.get() == place>
            <button class="desk__row" type="button" on:click=move |_| state.show(View::Item(id.clone()))>
                <b lang=lang.map(Lang::code) dir=lang.map(Lang::dir)>{name}</b>
                <span class="quiet"><bdi>{facts}</bdi></span>
                <span class="quiet">{wish}" · "{arrived}</span>
            </button>
        </li>
    }
}

#[component]
fn Filters() -> impl IntoView {
    let state = use_state();
    let option = |value: &str, name: String| view! { <option value=value.to_owned()>{name}</option> };
    let langs: Vec<_> = Lang::ALL.into_iter().map(|lang| option(lang.code(), lang.endonym().to_owned())).collect();
    let goals: Vec<_> = (1..=17).map(|goal: u8| option(&goal.to_string(), goal.to_string())).collect();
    let wishes = move || {
        let words = state.words.get();
        let all = [None, Some(Wish::Correct), Some(Wish::Withdraw), Some(Wish::Confirm)];
        all.map(|wish| option(wish_key(wish), wish_name(&words, wish))).into_iter().collect::<Vec<_>>()
    };
    let all = move || view! { <option value="">{state.words.read().all.clone()}</option> };
    view! {
        <form class="desk__filters" on:submit=|event: ev::SubmitEvent| event.prevent_default()>
            <label class="ask__label">{move || state.words.read().filter.clone()}
                <input class="ask__field" type="search" on:input=move |event| state.filter.update(|filter| filter.text = event_target_value(&event))/>
            </label>
            <label class="ask__label">{move || state.words.read().filter_lang.clone()}
                <select class="ask__field" on:change=move |event| state.filter.update(|filter| filter.lang = event_target_value(&event))>{all}{langs}</select>
            </label>
            <label class="ask__label">{move || state.words.read().filter_goal.clone()}
                <select class="ask__field" on:change=move |event| state.filter.update(|filter| filter.goal = event_target_value(&event))>{all}{goals}</select>
            </label>
            <label class="ask__label">{move || state.words.read().filter_wish.clone()}
                <select class="ask__field" on:change=move |event| state.filter.update(|filter| filter.wish = event_target_value(&event))>{all}{wishes}</select>
            </label>
        </form>
    }
}

/// Whether a key is typed into a field, or belongs to the browser.
pub fn is_typing(event: &ev::KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let in_field =
        target.is_some_and(|element| element.closest("input, textarea, select, button, a").ok().flatten().is_some());
    in_field || event.ctrl_key() || event.meta_key() || event.alt_key()
}
