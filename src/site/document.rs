//! Whole documents: head, prerendered body, the page's data, scripts, and the policy that allows exactly these.

use base64::{Engine, prelude::BASE64_STANDARD};
use leptos::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{build::Assets, head, settings::Settings};
use crate::{
    app::App,
    domain::{
        lang::Lang,
        packed::Packed,
        query::{Axes, LONGEST},
        texts::Common,
    },
    page::{Body, Page},
    route::asset,
    store::Store,
};

/// What every document of a build has in common.
#[derive(Debug)]
pub struct Frame {
    pub assets: Assets,
    /// Marks pages of the same build: the application takes no data from another one.
    pub build: String,
    /// Sets the explorer's state on the root element before the first paint.
    pub state_script: String,
    /// Loads the application, or marks the document as failed. It waits for the first paint, so that the page itself
    /// has the line and the processor for itself until then.
    pub boot_script: String,
    /// Development only: the live-reload script, which no policy could allow.
    pub reload_script: Option<String>,
}

impl Frame {
    pub fn new(assets: Assets, axes: &Axes, base: &str, reload_script: Option<String>) -> Self {
        let boot_script = format!(
            "requestAnimationFrame(()=>setTimeout(()=>{{const w=fetch(\"{base}{wasm}\");w.catch(()=>{{}});\
             import(\"{base}{js}\").then(m=>m.default({{module_or_path:w}}))\
             .catch(()=>{{document.documentElement.dataset.app=\"failed\"}})}}))",
            wasm = assets.wasm,
            js = assets.js,
        );
        Self { build: assets.build_id(), state_script: state_script(axes), boot_script, reload_script, assets }
    }
}

/// Tells the style sheet, before the first paint, that script runs and whether the address asks for something: the answer
/// takes a moment, and what was not asked for must not flash by.
pub const ASKED_SCRIPT: &str = "(()=>{const r=document.documentElement.dataset;r.script=\"\";\
    if(location.search.length>1)r.asked=\"\"})()";

/// The scripts of pages that are no part of the application: one module each is all they need.
const fn own_script(body: &Body) -> Option<&'static str> {
    match body {
        Body::Embed(_) => Some("embed-wizard.js"),
        Body::Submit(_) => Some("submit/form.js"),
        _ => None,
    }
}

/// Tells the style sheet, before any picture is asked for, that the reader saves data.
pub const SAVING_SCRIPT: &str = "navigator.connection?.saveData&&(document.documentElement.dataset.saving=\"\")";

/// A page that only leads to another.
pub fn redirect(to: &str, lang: Lang, settings: &Settings) -> String {
    let address = settings.absolute(to);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\" dir=\"{dir}\"><head><meta charset=\"utf-8\"><title>#ICT4SDG</title>\
         <meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"{address}\">\
         <meta http-equiv=\"refresh\" content=\"0; url={to}\"></head><body><p><a href=\"{to}\">{address}</a></p></body></html>\n",
        code = lang.code(),
        dir = lang.dir(),
    )
}

/// Own origin only, and that of the API where it is another one; inline scripts by hash; WebAssembly may be compiled;
/// nothing else.
pub fn policy(scripts: &[&str], settings: &Settings) -> String {
    let hashes: Vec<String> = scripts
        .iter()
        .map(|script| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(script.as_bytes()))))
        .collect();
    format!(
        "default-src 'none'; script-src 'self' {} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         connect-src {}; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
        hashes.join(" "),
        format!("'self' {}", settings.api_origin).trim_end(),
    )
}

/// Copies the known part of the query to attributes of the root element, where the style sheet filters by it.
fn state_script(axes: &Axes) -> String {
    let lines: Vec<&str> = axes.lines.iter().map(super::super::domain::ids::LineId::as_str).collect();
    let goals: Vec<String> = axes.goals.iter().map(ToString::to_string).collect();
    format!(
        "(()=>{{const r=document.documentElement.dataset,p=new URLSearchParams(location.search.length>{LONGEST}?\"\":location.search),\
         a={{lines:\"{}\".split(\" \"),goals:\"{}\".split(\" \")}};r.script=\"\";\
         for(const k in a){{const v=(p.get(k)||\"\").split(\",\"),f=a[k].filter(i=>v.includes(i));if(f.length)r[k]=f.join(\" \")}}\
         const v=p.get(\"view\");if(v==\"list\"||v==\"text\")r.view=v}})()",
        lines.join(" "),
        goals.join(" "),
    )
}

/// JSON that may stand in a script element.
pub fn script_json(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// The document of a page.
pub fn of(page: &Page, frame: &Frame, settings: &Settings) -> String {
    let lang = page.lang;
    let state = match page.body {
        Body::Matrix(_) => Some(frame.state_script.as_str()),
        Body::Library(_) | Body::Search(_) | Body::Embed(_) | Body::Submit(_) => Some(ASKED_SCRIPT),
        Body::Story(_) => Some(SAVING_SCRIPT),
        _ => None,
    };
    let own = own_script(&page.body);
    let boot = if own.is_some() { "" } else { frame.boot_script.as_str() };
    let late = match own {
        Some(script) => format!("<script type=\"module\" src=\"{}\"></script>", asset(&settings.base, script)),
        None => format!(
            "<script type=\"application/json\" id=\"page-data\" data-build=\"{build}\">{data}</script>\
             <script type=\"module\">{boot}</script>\
             <script type=\"module\" src=\"{fresh}\"></script>",
            build = frame.build,
            data = data(page),
            fresh = asset(&settings.base, "fresh.js"),
        ),
    };
    let scripts: Vec<&str> = state.into_iter().chain([boot]).filter(|script| !script.is_empty()).collect();
    let state = state.map(|script| format!("<script>{script}</script>")).unwrap_or_default();
    let (policy, reload) = match &frame.reload_script {
        Some(script) => (String::new(), format!("<script>{script}</script>")),
        None => (policy_meta(&policy(&scripts, settings)), String::new()),
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\" dir=\"{dir}\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">{policy}{state}{links}{head}</head>\n\
         <body><div id=\"app\">{body}</div>\n\
         {late}{reload}</body></html>\n",
        code = lang.code(),
        dir = lang.dir(),
        links = links(&frame.assets, &settings.base),
        head = head::html(page, settings),
        body = body(page),
    )
}

/// The data of a page, as they may stand in a script element: all that it shows.
pub fn data(page: &Page) -> String {
    let mut sent = page.clone();
    sent.common = only_in_the_application(sent.common);
    script_json(&sent.pack())
}

/// The words of the frame that stand still need not travel.
pub fn only_in_the_application(mut common: Common) -> Common {
    for still in [
        &mut common.campaign,
        &mut common.skip,
        &mut common.nav_label,
        &mut common.footer_label,
        &mut common.language_label,
        &mut common.home,
        &mut common.about,
        &mut common.data,
        &mut common.accessibility,
        &mut common.privacy,
        &mut common.embed,
        &mut common.submit,
        &mut common.living,
        &mut common.own_words,
        &mut common.fallback_note,
        &mut common.undated,
        &mut common.date_about,
        &mut common.failed,
        &mut common.disclaimer,
        &mut common.licence,
        &mut common.report,
        &mut common.report_subject,
        &mut common.report_body,
        &mut common.picture_alt,
    ] {
        still.clear();
    }
    common
}

/// The policy as a meta element, for servers that cannot send headers.
pub fn policy_meta(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// Style sheet and icons: the same on every page.
pub fn links(assets: &Assets, base: &str) -> String {
    format!(
        "<link rel=\"stylesheet\" href=\"{base}{css}\" integrity=\"{integrity}\" crossorigin>\
         <link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\"><link rel=\"apple-touch-icon\" href=\"{touch}\">\
         <link rel=\"manifest\" href=\"{manifest}\"><meta name=\"theme-color\" content=\"#fbfaf6\" media=\"(prefers-color-scheme: light)\">\
         <meta name=\"theme-color\" content=\"#0e1621\" media=\"(prefers-color-scheme: dark)\">",
        css = assets.css,
        integrity = assets.css_integrity,
        icon = asset(base, "favicon.svg"),
        touch = asset(base, "icon-192.png"),
        manifest = asset(base, "manifest.webmanifest"),
    )
}

/// The body of a page as the application will build it again.
pub fn body(page: &Page) -> String {
    let owner = Owner::new();
    let store = Store::new(page.clone(), String::new(), false);
    let html = owner.with(|| view! { <App store=store/> }.to_html());
    drop(owner);
    plain(&html)
}

/// Without the empty comments that only hydration would need.
pub fn plain(html: &str) -> String {
    html.replace("<!>", "")
}
