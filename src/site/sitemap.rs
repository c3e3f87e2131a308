//! `sitemap.xml`, with the alternates of every page; and the small files beside it.

use quick_xml::{Writer, events::BytesText};
use serde_json::json;

use super::{pages::Content, settings::Settings};
use crate::{
    domain::lang::Lang,
    route::{Route, asset},
};

/// Every page in every language.
///
/// # Errors
/// Never in practice: it writes to memory.
pub fn sitemap(content: &Content, settings: &Settings) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::new(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_vec());
    let root = writer.create_element("urlset").with_attributes([
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ]);
    root.write_inner_content(|writer| {
        for lang in Lang::ALL {
            for route in content.routes(lang).iter().filter(|route| **route != Route::NotFound) {
                url(writer, content, route, lang, settings)?;
            }
        }
        Ok(())
    })?;
    Ok(writer.into_inner())
}

fn url(
    writer: &mut Writer<Vec<u8>>,
    content: &Content,
    route: &Route,
    lang: Lang,
    settings: &Settings,
) -> std::io::Result<()> {
    let address = |lang: Lang| settings.absolute(&route.href(&settings.base, lang));
    writer.create_element("url").write_inner_content(|writer| {
        writer.create_element("loc").write_text_content(BytesText::new(&address(lang)))?;
        for other in content.langs(route) {
            let href = address(other);
            writer
                .create_element("xhtml:link")
                .with_attributes([("rel", "alternate"), ("hreflang", other.code()), ("href", &href)])
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

/// `robots.txt`: everything may be read.
pub fn robots(settings: &Settings) -> String {
    let sitemap = settings.absolute(&asset(&settings.base, "sitemap.xml"));
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}

/// `manifest.webmanifest`.
pub fn manifest(settings: &Settings) -> String {
    let icon = |size: u32| {
        let src = asset(&settings.base, &format!("icon-{size}.png"));
        json!({ "src": src, "sizes": format!("{size}x{size}"), "type": "image/png" })
    };
    json!({
        "name": "#ICT4SDG",
        "short_name": "ICT4SDG",
        "start_url": settings.base,
        "scope": settings.base,
        "display": "browser",
        "background_color": "#fbfaf6",
        "theme_color": "#fbfaf6",
        "icons": [icon(192), icon(512)],
    })
    .to_string()
}
