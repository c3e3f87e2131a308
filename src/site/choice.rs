//! The two pages that have no language: the choice of one at `/`, and `/404.html`.

use leptos::prelude::*;

use super::{
    document::{Frame, links, plain, policy, policy_meta},
    head::{self, PageMeta},
    pages::Content,
    settings::Settings,
};
use crate::{domain::lang::Lang, route::Route};

/// Sends the reader on to the language chosen before, or to the first of the browser's that the site has.
fn redirect(base: &str) -> String {
    let codes: Vec<&str> = Lang::ALL.into_iter().map(Lang::code).collect();
    format!(
        "(()=>{{const a=\"{}\".split(\" \");let l;try{{l=localStorage.getItem(\"ict4sdg-language\")}}catch{{}}\
         l=[l,...navigator.languages].map(t=>(t||\"\").toLowerCase().split(\"-\")[0]).find(t=>a.includes(t));\
         if(l)location.replace(`{base}${{l}}/`)}})()",
        codes.join(" ")
    )
}

/// `/`: six plain links; with script, the reader is sent on.
pub fn languages(content: &Content, frame: &Frame, settings: &Settings) -> String {
    let list = list(settings, |lang| content.texts(lang).common.choose_language.clone());
    document("#ICT4SDG", &list, Some(&redirect(&settings.base)), frame, settings)
}

/// Sends the reader of a short address on to the language chosen before, or to the first of the browser's that the page
/// exists in. It stands behind the links, which it follows.
pub const SHORT_SCRIPT: &str = "(()=>{let l;try{l=localStorage.getItem(\"ict4sdg-language\")}catch{}\
    const f=t=>document.querySelector(`.choice a[hreflang=\"${(t||\"\").toLowerCase().split(\"-\")[0].replace(/\\W/g,\"\")}\"]`),\
    a=[l,...navigator.languages].map(f).find(Boolean);if(a)location.replace(a.href)})()";

/// The page at a short address: the same page in each of its languages, with the preview of the first that is English or
/// else the only one.
pub fn short(route: &Route, content: &Content, frame: &Frame, settings: &Settings) -> Option<String> {
    let langs = content.langs(route);
    let lang = if langs.contains(&Lang::En) { Lang::En } else { *langs.first()? };
    let page = content.page(lang, route, settings)?;
    let items: Vec<_> = langs
        .into_iter()
        .filter_map(|lang| {
            let title = PageMeta::of(&content.page(lang, route, settings)?).title;
            let href = route.href(&settings.base, lang);
            Some(view! {
                <li>
                    <a class="choice__link" href=href lang=lang.code() dir=lang.dir() hreflang=lang.code()>
                        <b>{lang.endonym()}</b>" "<span>{title}</span>
                    </a>
                </li>
            })
        })
        .collect();
    let list = plain(&view! { <ul class="choice__list">{items}</ul> }.to_html());
    Some(format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\" dir=\"{dir}\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">{policy}{links}{head}</head>\n\
         <body><main class=\"choice wrap\"><h1 class=\"choice__title\" dir=\"ltr\">#ICT4SDG</h1>{list}</main>\
         <script>{SHORT_SCRIPT}</script></body></html>\n",
        code = lang.code(),
        dir = lang.dir(),
        policy = policy_meta(&policy(&[SHORT_SCRIPT], settings)),
        links = links(&frame.assets, &settings.base),
        head = head::html(&page, settings),
    ))
}

/// `/404.html`: says in all six languages that the page does not exist.
pub fn not_found(content: &Content, frame: &Frame, settings: &Settings) -> String {
    let list = list(settings, |lang| content.texts(lang).notfound.title.clone());
    document("404 · #ICT4SDG", &list, None, frame, settings)
}

fn list(settings: &Settings, text: impl Fn(Lang) -> String) -> String {
    let items: Vec<_> = Lang::ALL
        .into_iter()
        .map(|lang| {
            let href = Route::Home.href(&settings.base, lang);
            view! {
                <li>
                    <a class="choice__link" href=href lang=lang.code() dir=lang.dir() hreflang=lang.code()>
                        <b>{lang.endonym()}</b>" "<span>{text(lang)}</span>
                    </a>
                </li>
            }
        })
        .collect();
    plain(&view! { <ul class="choice__list">{items}</ul> }.to_html())
}

fn document(title: &str, list: &str, script: Option<&str>, frame: &Frame, settings: &Settings) -> String {
    let alternate = |lang: Lang| {
        let href = settings.absolute(&Route::Home.href(&settings.base, lang));
        format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{href}\">", lang.code())
    };
    let alternates = Lang::ALL.map(alternate).concat();
    let home = settings.absolute(&settings.base);
    let head = match script {
        Some(script) => format!(
            "<link rel=\"canonical\" href=\"{home}\">{alternates}<link rel=\"alternate\" hreflang=\"x-default\" href=\"{home}\">\
             <meta property=\"og:title\" content=\"{title}\"><meta property=\"og:url\" content=\"{home}\">\
             <meta property=\"og:image\" content=\"{home}share.png\"><meta name=\"twitter:card\" content=\"summary_large_image\">\
             <script>{script}</script>"
        ),
        None => "<meta name=\"robots\" content=\"noindex\">".to_owned(),
    };
    let scripts: Vec<&str> = script.into_iter().collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">{policy}<title>{title}</title>\
         <meta name=\"description\" content=\"The WSIS–SDG Matrix in six languages.\">{links}{head}</head>\n\
         <body><main class=\"choice wrap\"><h1 class=\"choice__title\" dir=\"ltr\">#ICT4SDG</h1>{list}</main></body></html>\n",
        policy = policy_meta(&policy(&scripts, settings)),
        links = links(&frame.assets, &settings.base),
    )
}

/// The policy that both pages need, for servers that send one policy for all.
pub fn script(base: &str) -> String {
    redirect(base)
}
