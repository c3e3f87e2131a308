//! A field to type into, with its button.

use leptos::{ev, prelude::*};

use crate::browser;

/// `typed` is called with what stands in the field whenever the reader changes it.
#[component]
pub fn SearchBox(
    id: &'static str,
    label: String,
    button: String,
    value: Memo<String>,
    typed: Box<dyn Fn(String) + Send>,
) -> impl IntoView {
    let on_input = move |event: ev::Event| typed(browser::value_at(&event));
    view! {
        <div class="search-box">
            <label class="search-box__label" for=id>{label}</label>
            <div class="search-box__row">
                <input class="search-box__field" type="search" name="q" id=id maxlength="200" autocomplete="off" enterkeyhint="search" prop:value=move || value.get() on:input=on_input/>
                <button class="button button--main" type="submit">{button}</button>
            </div>
        </div>
    }
    .into_any()
}
