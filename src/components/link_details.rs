//! What is said of one link: targets with their gist, how sure it is, and both readings where they differ.

use leptos::prelude::*;

use super::{
    sources::Sources,
    words::{Code, Words},
};
use crate::{
    ctx::use_ctx,
    domain::{
        matrix::{Link, Reading, Status},
        text::Said,
        texts::LinkTexts,
    },
    page::{Gist, SourceRef},
};

/// The targets that a link cites, or that it is made to the goal as a whole.
#[component]
pub fn Targets(link: Link, gists: Vec<Gist>, text: LinkTexts) -> impl IntoView {
    let whole = link.whole.then(|| {
        let words = if link.targets.is_empty() { text.whole } else { text.whole_too };
        view! { <p class="targets__whole">{words}</p> }
    });
    let items: Vec<_> = link
        .targets
        .into_iter()
        .map(|code| {
            let gist = gists.iter().find(|gist| gist.code == code).map(|gist| gist.text.clone()).unwrap_or_default();
            view! {
                <div class="targets__item">
                    <dt><Code code=code.to_string()/></dt>
                    <dd><Words said=gist/></dd>
                </div>
            }
        })
        .collect();
    let list = (!items.is_empty()).then(|| view! { <dl class="targets">{items}</dl> });
    view! { {list}{whole} }.into_any()
}

/// The status of a link in words, with a sign of its own.
#[component]
pub fn StatusNote(status: Status) -> impl IntoView {
    let text = use_ctx().status(status).to_owned();
    view! { <span class="status" data-status=status.as_str()>{text}</span> }.into_any()
}

/// How sure a link is; for one that is not confirmed, both readings and the editors' remark.
#[component]
pub fn HowSure(link: Link, note: Option<Said>, sources: Vec<SourceRef>, text: LinkTexts) -> impl IntoView {
    let status = link.status;
    let label = use_ctx().common().sources.clone();
    let explained = match status {
        Status::Confirmed => None,
        Status::Disputed => Some(text.readings_differ.clone()),
        Status::Unconfirmed => Some(text.readings_one.clone()),
    };
    let readings = explained.map(|explained| {
        view! {
            <p>{explained}</p>
            <Readings readings=link.readings.clone() text=text.clone()/>
            {note.map(|note| view! { <p><Words said=note/></p> })}
        }
    });
    view! {
        <details class="how-sure">
            <summary>
                <span class="how-sure__question">{text.status}</span>
                " "
                <StatusNote status=status/>
            </summary>
            <div class="how-sure__body">
                {readings}
                <p class="how-sure__label">{label}</p>
                <Sources sources=sources/>
            </div>
        </details>
    }
    .into_any()
}

#[component]
fn Readings(readings: Vec<Reading>, text: LinkTexts) -> impl IntoView {
    let ctx = use_ctx();
    let whole = ctx.common().whole_goal.clone();
    let items: Vec<_> = readings
        .into_iter()
        .map(|reading| {
            let name = if reading.is_record() { text.reading_record.clone() } else { text.reading_copy.clone() };
            let codes: Vec<_> = reading.targets.iter().map(|code| view! { <Code code=code.to_string()/>" " }).collect();
            let rest =
                if reading.absent { Some(text.reading_absent.clone()) } else { reading.whole.then(|| whole.clone()) };
            view! { <div class="targets__item"><dt>{name}</dt><dd>{codes}{rest}</dd></div> }
        })
        .collect();
    view! { <dl class="readings">{items}</dl> }.into_any()
}
