//! A field to type into, with its button.

use leptos::{ev, prelude::*};

/// `typed` is called with what stands in the field whenever the reader changes it.
#[component]
pub fn SearchBox<V, T>(id: &'static str, label: String, button: String, value: V, typed: T) -> impl IntoView
where
    V: Fn() -> String + Send + Sync + 'static,
    T: Fn(String) + Clone + Send + 'static,
{
    let on_input = move |event: ev::Event| typed(event_target_value(&event));
    view! {
        <div class="search-box">
            <label class="search-box__label" for=id>{label}</label>
            <div class="search-box__row">
                <input class="search-box__field" type="search" name="q" id=id maxlength="200" autocomplete="off" enterkeyhint="search" prop:value=value on:input=on_input/>
                <button class="button button--main" type="submit">{button}</button>
            </div>
        </div>
    }
    .into_any()
}
