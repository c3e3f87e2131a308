//! What a build may be told: where the site will live, and who answers for it.

use clap::Args;

#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// Scheme and host of the published site, without a slash at the end.
    #[arg(long, env = "ORIGIN", default_value = "http://localhost:8080", value_parser = origin)]
    pub origin: String,
    /// The path under which the site lives.
    #[arg(long, env = "BASE_PATH", default_value = "/", value_parser = base)]
    pub base: String,
    /// The mail address for errors and questions; empty when there is none yet.
    #[arg(long, env = "CONTACT", default_value = "", value_parser = contact)]
    pub contact: String,
    /// The public repository in which members may open an issue, such as `https://github.com/owner/name`; empty for none.
    #[arg(long, env = "REPOSITORY", default_value = "", value_parser = repository)]
    pub repository: String,
    /// An API on another origin, which the policy must name, such as `https://api.example.org`; empty for none.
    #[arg(long, env = "API_ORIGIN", default_value = "", value_parser = other_origin)]
    pub api_origin: String,
}

impl Settings {
    /// An absolute address from a path under the base path.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

fn origin(text: &str) -> Result<String, String> {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .ok_or("an origin begins with http:// or https://")?;
    let host = host.strip_suffix('/').unwrap_or(host);
    let fits = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
    if host.is_empty() || !host.chars().all(fits) {
        return Err("an origin is a scheme and a host, such as https://example.org".to_owned());
    }
    Ok(text.trim_end_matches('/').to_owned())
}

/// An origin, or nothing.
fn other_origin(text: &str) -> Result<String, String> {
    if text.is_empty() { Ok(String::new()) } else { origin(text) }
}

fn repository(text: &str) -> Result<String, String> {
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "-._:/".contains(c));
    if text.is_empty() || (plain && text.starts_with("https://")) {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err("a repository is an address such as https://github.com/owner/name".to_owned())
    }
}

fn base(text: &str) -> Result<String, String> {
    let inner = text.trim_matches('/');
    let fits = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    let dots = inner.split('/').any(|part| part == "." || part == "..");
    if !inner.chars().all(fits) || dots || inner.contains("//") {
        return Err("a base path is made of letters, digits, - _ . and /, such as /ict4sdg/".to_owned());
    }
    Ok(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") })
}

fn contact(text: &str) -> Result<String, String> {
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "@.+-_".contains(c));
    let two_ends =
        text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'));
    if text.is_empty() || (plain && two_ends) {
        Ok(text.to_owned())
    } else {
        Err("a contact is one mail address, such as team@example.org".to_owned())
    }
}
