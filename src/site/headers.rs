//! The headers that go with each path, whatever server sends them.

use std::fmt::Write;

use crate::domain::lang::Lang;

/// Header names (lower case) and values for a path below the base path, without its leading slash.
pub fn of(path: &str, policy: &str) -> Vec<(&'static str, String)> {
    let framed_by = if is_embeddable(path) { "*" } else { "'none'" };
    let mut headers = vec![
        ("content-security-policy", format!("{policy}; frame-ancestors {framed_by}")),
        ("x-content-type-options", "nosniff".to_owned()),
        ("referrer-policy", "no-referrer".to_owned()),
        ("permissions-policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()".to_owned()),
        ("cross-origin-opener-policy", "same-origin".to_owned()),
        ("cache-control", cache_control(path).to_owned()),
        ("vary", "accept-encoding".to_owned()),
    ];
    if is_open(path) {
        // Data are for everyone; a sandboxed frame has no origin of its own and needs this for assets too.
        headers.push(("access-control-allow-origin", "*".to_owned()));
    }
    headers
}

/// Pages that other sites may frame; the wizard frames them as well.
fn is_embeddable(path: &str) -> bool {
    path.starts_with(EMBED)
}

/// Folders whose files anybody may read from a page of another site.
const OPEN: [&str; 8] = ["data/", EMBED, "feeds/", "library/", "oembed/", "pictures/", "search/", "share/"];

const EMBED: &str = "embed/";

/// Built files carry a hash in their name, releases of the script for hosts their version: they never change. Everything
/// else is asked for anew.
fn cache_control(path: &str) -> &'static str {
    let built = path.starts_with("site-") && !path.contains('/');
    let released = path.starts_with("embed/v");
    if built || released { "public, max-age=31536000, immutable" } else { "public, max-age=0, must-revalidate" }
}

fn is_open(path: &str) -> bool {
    let asset =
        !path.contains('/') && [".js", ".css", ".wasm", ".svg", ".png"].iter().any(|ending| path.ends_with(ending));
    asset || OPEN.iter().any(|folder| path.starts_with(folder))
}

/// `_headers`, which Netlify and Cloudflare Pages read. Of two rules that fit a path both count, so that each path has one:
/// `files` are those in the root of the site. Releases of the script for hosts lie among embedded pages, and are asked for anew as these are.
pub fn file(files: &[String], base: &str, policy: &str) -> String {
    let pages =
        Lang::ALL.map(|lang| format!("{}/", lang.code())).into_iter().chain(["s/".to_owned(), "submit/".to_owned()]);
    let folders = pages.chain(OPEN.map(str::to_owned)).map(|folder| (format!("{folder}*"), folder));
    let files = [""].into_iter().chain(files.iter().map(String::as_str)).map(|file| (file.to_owned(), file.to_owned()));
    let mut text = String::new();
    for (rule, path) in files.chain(folders) {
        let _ = writeln!(text, "{base}{rule}");
        for (name, value) in of(&path, policy) {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    text
}
