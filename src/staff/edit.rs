//! Editing what a member told, with the difference to what was sent.

use dissimilar::{Chunk, diff};
use leptos::prelude::*;
use serde_json::Value;

use super::desk::use_state;
use crate::domain::{submission::Submission, text::fill};

/// The texts that an editor may change: the pointer to each in the record, its name, and how many lines it has.
fn fields(submission: &Submission) -> Vec<(String, String, u8)> {
    let texts = [
        ("/title", "title", 1),
        ("/summary", "summary", 8),
        ("/body", "body", 10),
        ("/organisation", "organisation", 1),
    ];
    let texts = texts.map(|(pointer, name, rows)| (pointer.to_owned(), name.to_owned(), rows));
    let evidence = submission.evidence.iter().enumerate();
    let evidence = evidence.map(|(at, one)| (format!("/evidence/{at}/text"), format!("evidence {}", one.goal), 2));
    let results = submission.results.iter().enumerate().flat_map(|(at, _)| {
        ["figure", "what", "date", "source"]
            .map(|part| (format!("/results/{at}/{part}"), format!("{part} {}", at + 1), 1))
    });
    texts.into_iter().chain(evidence).chain(results).collect()
}

fn text_at(value: &Value, pointer: &str) -> String {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The fields to change; `edited` is the record as it is now. What does not fit the form is said and not taken.
#[component]
pub fn Edit(edited: RwSignal<Submission>) -> impl IntoView {
    let wrong = RwSignal::new(String::new());
    let lists = [("goals", ", "), ("lines", ", "), ("targets", ", ")];
    let now = serde_json::to_value(edited.get_untracked()).unwrap_or_default();
    let put = move |change: &dyn Fn(&mut Value)| {
        let mut value = serde_json::to_value(edited.get_untracked()).unwrap_or_default();
        change(&mut value);
        match serde_json::from_value::<Submission>(value) {
            Ok(next) => {
                let faults = next.faults();
                wrong.set(faults.first().map(|(field, what)| format!("{field}: {what}")).unwrap_or_default());
                edited.set(next);
            }
            Err(error) => wrong.set(error.to_string()),
        }
    };
    let texts: Vec<_> = fields(&edited.get_untracked())
        .into_iter()
        .map(|(pointer, name, rows)| {
            let text = text_at(&now, &pointer);
            let typed = move |event| {
                let text = event_target_value(&event);
                put(&|value: &mut Value| {
                    if let Some(place) = value.pointer_mut(&pointer) {
                        *place = Value::String(text.clone());
                    }
                });
            };
            view! {
                <label class="ask__label"><bdi dir="ltr">{name.clone()}</bdi>
                    <textarea class="ask__field" dir="auto" name=name rows=rows.to_string() prop:value=text on:input=typed></textarea>
                </label>
            }
        })
        .collect();
    let lists: Vec<_> = lists
        .into_iter()
        .map(|(name, between)| {
            let items = now.get(name).and_then(Value::as_array).into_iter().flatten();
            let items: Vec<String> =
                items.map(|item| item.as_str().map_or_else(|| item.to_string(), ToOwned::to_owned)).collect();
            let typed = move |event| {
                let text = event_target_value(&event);
                let words = text.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty());
                let items: Vec<Value> = words
                    .map(|word| match word.parse::<u64>() {
                        Ok(number) if name == "goals" => number.into(),
                        _ => word.to_lowercase().into(),
                    })
                    .collect();
                put(&|value: &mut Value| value[name] = Value::Array(items.clone()));
            };
            view! {
                <label class="ask__label"><bdi dir="ltr">{name}</bdi>
                    <input class="ask__field" dir="ltr" name=name prop:value=items.join(between) on:change=typed/>
                </label>
            }
        })
        .collect();
    view! {
        <div class="desk__edit">
            {texts}{lists}
            <p class="ask__error" role="alert">{wrong}</p>
        </div>
    }
}

/// What was changed, word by word.
#[component]
pub fn Changes(before: Submission, edited: RwSignal<Submission>) -> impl IntoView {
    let state = use_state();
    move || {
        let words = state.words.get();
        let (old, new) = (before.clone(), edited.get());
        let (was, is) =
            (serde_json::to_value(&old).unwrap_or_default(), serde_json::to_value(&new).unwrap_or_default());
        let mut changed: Vec<AnyView> = Vec::new();
        for (pointer, name, _) in fields(&old) {
            let (was, is) = (text_at(&was, &pointer), text_at(&is, &pointer));
            if was != is {
                changed.push(difference(&name, &was, &is));
            }
        }
        for name in ["goals", "lines", "targets"] {
            let text = |value: &Value| value.get(name).map(ToString::to_string).unwrap_or_default();
            if was.get(name) != is.get(name) {
                changed.push(difference(name, &text(&was), &text(&is)));
            }
        }
        if changed.is_empty() {
            return view! { <p class="quiet">{fill(&words.changes_none, &[])}</p> }.into_any();
        }
        view! { <h3>{words.changes.clone()}</h3><dl class="desk__changes" data-changes="">{changed}</dl> }.into_any()
    }
}

fn difference(name: &str, was: &str, is: &str) -> AnyView {
    let parts: Vec<_> = diff(was, is)
        .into_iter()
        .map(|part| match part {
            Chunk::Delete(text) => view! { <del>{text.to_owned()}</del> }.into_any(),
            Chunk::Insert(text) => view! { <ins>{text.to_owned()}</ins> }.into_any(),
            Chunk::Equal(text) => view! { <span>{text.to_owned()}</span> }.into_any(),
        })
        .collect();
    view! { <dt><bdi dir="ltr">{name.to_owned()}</bdi></dt><dd dir="auto">{parts}</dd> }.into_any()
}
