//! The body of a case study: typed parts, never markup from outside.

use leptos::prelude::*;

use crate::{
    ctx::use_ctx,
    domain::{text::fill, texts::StoryTexts},
    page::{Figure, Part, PlainLink, Quotation, Video},
    route::asset,
};

#[component]
pub fn StoryBody(parts: Vec<Part>, text: StoryTexts) -> impl IntoView {
    let parts: Vec<_> = parts.into_iter().map(|part| shown(part, &text)).collect();
    view! { <div class="prose story__body">{parts}</div> }.into_any()
}

fn shown(part: Part, text: &StoryTexts) -> AnyView {
    match part {
        Part::Paragraph(text) => view! { <p>{text}</p> }.into_any(),
        Part::Heading(text) => view! { <h2>{text}</h2> }.into_any(),
        Part::List(items) => {
            let items: Vec<_> = items.into_iter().map(|item| view! { <li>{item}</li> }).collect();
            view! { <ul class="story__list">{items}</ul> }.into_any()
        }
        Part::Quotation(Quotation { text, by }) => {
            view! { <figure class="quotation"><blockquote><p>{text}</p></blockquote><figcaption>{by}</figcaption></figure> }
                .into_any()
        }
        Part::Figure(figure) => view! { <FigureView figure=figure text=text/> }.into_any(),
        Part::Link(PlainLink { url, text }) => {
            view! { <p><a href=url.to_string() rel="external noreferrer">{text}</a></p> }.into_any()
        }
        Part::Video(Video { url, title, transcript }) => {
            let play = fill(&text.video, &[("host", url.host())]);
            view! {
                <figure class="video">
                    <a class="video__poster" href=url.to_string() rel="external noreferrer">
                        <span class="video__sign" aria-hidden="true">"▶"</span>
                        <span class="video__title">{title}</span>
                        <span class="quiet">{play}</span>
                    </a>
                    <figcaption><a href=transcript.to_string() rel="external noreferrer">{text.transcript.clone()}</a></figcaption>
                </figure>
            }
            .into_any()
        }
    }
}

/// A picture in the width the screen needs, loaded when it comes near. Where the reader saves data, the style sheet shows
/// what it is and costs instead, until it is asked for: a browser loads no lazy picture that is not displayed.
#[component]
fn FigureView<'a>(figure: Figure, text: &'a StoryTexts) -> impl IntoView {
    let base = use_ctx().page().base.clone();
    let file = |width: usize, kind: &str| asset(&base, &format!("pictures/{}-{width}.{kind}", figure.stem));
    let set = |kind: &str| -> String {
        let files: Vec<String> = figure.widths.iter().map(|width| format!("{} {width}w", file(*width, kind))).collect();
        files.join(", ")
    };
    let kilobytes = figure.bytes.div_ceil(1000).to_string();
    let ask = fill(&text.picture, &[("alt", &figure.alt), ("size", &kilobytes)]);
    let largest = figure.widths.last().copied().unwrap_or_default();
    view! {
        <figure class="picture">
            <label class="picture__ask"><input type="checkbox"/><span>{ask}</span></label>
            <picture>
                <source type="image/avif" srcset=set("avif") sizes="(width >= 64rem) 40rem, 100vw"/>
                <img
                    src=file(largest, "webp")
                    srcset=set("webp")
                    sizes="(width >= 64rem) 40rem, 100vw"
                    width=largest.to_string()
                    height=figure.height.to_string()
                    alt=figure.alt.clone()
                    loading="lazy"
                    decoding="async"
                />
            </picture>
            <figcaption>{figure.caption.clone()}</figcaption>
        </figure>
    }
    .into_any()
}
