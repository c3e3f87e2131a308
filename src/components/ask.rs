//! A question of the form for members: its name, a hint, an example, the control, what is counted, and what is wrong.
//! `public/submit/form.js` counts and checks.

use leptos::prelude::*;

use crate::domain::{
    submission::Length,
    text::fill,
    texts::{Question, Submit},
};

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// One line, of a type as HTML names it.
    Line(&'static str),
    /// Several lines; so many are shown.
    Text(u8),
    Tick,
}

/// What a question asks for, beside its words.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The name of the field in the data.
    pub name: &'static str,
    pub control: Control,
    pub required: bool,
    pub length: Option<Length>,
    /// As HTML names what a browser may fill in.
    pub autocomplete: &'static str,
}

impl Asked {
    pub const fn new(name: &'static str, control: Control) -> Self {
        Self { name, control, required: false, length: None, autocomplete: "off" }
    }

    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    #[must_use]
    pub const fn of_length(self, length: Length) -> Self {
        Self { length: Some(length), ..self }
    }

    #[must_use]
    pub const fn filled_in(self, autocomplete: &'static str) -> Self {
        Self { autocomplete, ..self }
    }
}

#[component]
pub fn Ask(asked: Asked, words: Question, text: Submit) -> impl IntoView {
    let Asked { name, control, required, length, .. } = asked;
    let id = format!("f-{name}");
    let described = format!("{id}-hint {id}-count {id}-error");
    let (least, most) = length.unzip();
    let optional = (!required && control != Control::Tick)
        .then(|| view! { " "<span class="quiet">"("{text.optional.clone()}")"</span> });
    let input = match control {
        Control::Text(rows) => view! {
            <textarea class="ask__field" id=id.clone() name=name rows=rows.to_string() aria-describedby=described aria-required=required.then_some("true") data-least=least data-most=most></textarea>
        }
        .into_any(),
        Control::Line(kind) => view! {
            <input class="ask__field" id=id.clone() name=name type=kind autocomplete=asked.autocomplete inputmode=(kind == "number").then_some("numeric") aria-describedby=described aria-required=required.then_some("true") data-least=least data-most=most/>
        }
        .into_any(),
        Control::Tick => {
            return view! {
                <div class="ask ask--tick" data-ask=name>
                    <label class="ask__tick" for=id.clone()><input id=id.clone() name=name type="checkbox" value="true" aria-describedby=format!("{id}-error") aria-required=required.then_some("true")/><span>{words.label}</span></label>
                    <div class="ask__error" id=format!("{id}-error")></div>
                </div>
            }
            .into_any();
        }
    };
    view! {
        <div class="ask" data-ask=name>
            <label class="ask__label" for=id.clone()>{words.label.clone()}{optional}</label>
            <div class="ask__hint" id=format!("{id}-hint")>{hints(&words, &text)}</div>
            {input}
            <div class="ask__count" id=format!("{id}-count")></div>
            <div class="ask__error" id=format!("{id}-error")></div>
        </div>
    }
    .into_any()
}

/// The hint and the example of a question.
fn hints(words: &Question, text: &Submit) -> String {
    let example =
        if words.example.is_empty() { String::new() } else { fill(&text.example, &[("example", &words.example)]) };
    [words.hint.as_str(), example.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
