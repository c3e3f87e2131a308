//! Talking to the engine. Every change says which state it was made on, so that nobody's work is overwritten.

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::Value;

use super::fetch::{Answer, fetch};

const BUCKET: &str = "../v1/buckets/ict4sdg";

/// Where records lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collection {
    Submissions,
    Stories,
    Receipts,
}

impl Collection {
    const fn path(self) -> &'static str {
        match self {
            Self::Submissions => "submissions",
            Self::Stories => "case-studies",
            Self::Receipts => "receipts",
        }
    }
}

/// Why something was not done.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    Unreachable,
    /// So many seconds.
    SlowDown(u32),
    NotStaff,
    /// Somebody else was faster: the state meanwhile has another version, or the name is taken.
    Conflict,
    Gone,
    Other(String),
}

/// The state a change is made on.
#[derive(Clone, Copy, Debug)]
pub enum If {
    /// There is nothing yet.
    New,
    /// It is still this version.
    Version(u64),
}

/// A signed-in member of staff.
#[derive(Clone, Debug)]
pub struct Api {
    authorization: String,
    pub user: String,
}

impl Api {
    /// Signs in. The engine takes a wrong password for nobody's, so that who is who must be asked.
    ///
    /// # Errors
    /// [`Failure::NotStaff`] for everybody but staff.
    pub async fn sign_in(user: &str, password: &str) -> Result<Self, Failure> {
        let authorization = format!("Basic {}", BASE64_STANDARD.encode(format!("{user}:{password}")));
        let api = Self { authorization, user: user.to_owned() };
        let who = api.ask("GET", "../v1/", None, None).await?;
        let principals = who.pointer("/user/principals").and_then(Value::as_array);
        let is_staff = principals.is_some_and(|all| {
            all.iter().filter_map(Value::as_str).any(|one| one.ends_with("/groups/staff") || one == "account:admin")
        });
        if is_staff { Ok(api) } else { Err(Failure::NotStaff) }
    }

    /// All records of a collection; `query` begins with `&`.
    pub async fn list(&self, of: Collection, query: &str) -> Result<Vec<Value>, Failure> {
        let mut all = Vec::new();
        let mut next = format!("{BUCKET}/collections/{}/records?_limit=500{query}", of.path());
        // As many pages as could ever be meant.
        for _ in 0..200 {
            let (mut page, token) = self.page(&next).await?;
            all.append(&mut page);
            let Some(token) = token else { break };
            next = format!("{BUCKET}/collections/{}/records?{token}", of.path());
        }
        Ok(all)
    }

    pub async fn get(&self, of: Collection, id: &str) -> Result<Value, Failure> {
        let answer = self.ask("GET", &record(of, id), None, None).await?;
        answer.get("data").cloned().ok_or_else(|| Failure::Other("no data".to_owned()))
    }

    pub async fn put(&self, of: Collection, id: &str, data: Value, on: If) -> Result<Value, Failure> {
        let answer = self.ask("PUT", &record(of, id), Some(serde_json::json!({"data": data})), Some(on)).await?;
        answer.get("data").cloned().ok_or_else(|| Failure::Other("no data".to_owned()))
    }

    pub async fn delete(&self, of: Collection, id: &str, version: u64) -> Result<(), Failure> {
        self.ask("DELETE", &record(of, id), None, Some(If::Version(version))).await.map(|_| ())
    }

    /// What was done with a case study, the newest first.
    pub async fn history(&self, id: &str) -> Result<Vec<Value>, Failure> {
        let uri = format!("/buckets/ict4sdg/collections/case-studies/records/{id}");
        let path = format!("{BUCKET}/history?uri={uri}&_sort=-last_modified&_limit=50");
        self.page(&path).await.map(|(entries, _)| entries)
    }

    async fn page(&self, path: &str) -> Result<(Vec<Value>, Option<String>), Failure> {
        let answer = self.send("GET", path, None, None).await?;
        let next = answer.header("Next-Page");
        let token = next.and_then(|address| address.split_once('?').map(|(_, query)| query.to_owned()));
        let body = answer.json().ok_or(Failure::Unreachable)?;
        let records = body.get("data").and_then(Value::as_array).cloned();
        Ok((records.ok_or(Failure::Unreachable)?, token))
    }

    async fn ask(&self, method: &str, path: &str, body: Option<Value>, on: Option<If>) -> Result<Value, Failure> {
        self.send(method, path, body, on).await?.json().ok_or(Failure::Unreachable)
    }

    async fn send(&self, method: &str, path: &str, body: Option<Value>, on: Option<If>) -> Result<Answer, Failure> {
        let mut headers = vec![("Authorization", self.authorization.clone())];
        match on {
            Some(If::New) => headers.push(("If-None-Match", "*".to_owned())),
            Some(If::Version(version)) => headers.push(("If-Match", format!("\"{version}\""))),
            None => {}
        }
        let body = body.map(|body| body.to_string());
        if body.is_some() {
            headers.push(("Content-Type", "application/json".to_owned()));
        }
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = fetch(method, path, &headers, body.as_deref()).await.ok_or(Failure::Unreachable)?;
        let wait = || answer.header("Retry-After").and_then(|text| text.parse().ok()).unwrap_or(5);
        match answer.status {
            200..=299 => Ok(answer),
            401 | 403 => Err(Failure::NotStaff),
            404 => Err(Failure::Gone),
            412 => Err(Failure::Conflict),
            409 | 429 | 502..=504 => Err(Failure::SlowDown(wait())),
            status => {
                let said = answer.json();
                let reason = said.as_ref().and_then(|body| body.get("message")).and_then(Value::as_str);
                Err(Failure::Other(reason.map_or_else(|| format!("HTTP {status}"), ToOwned::to_owned)))
            }
        }
    }
}

fn record(of: Collection, id: &str) -> String {
    format!("{BUCKET}/collections/{}/records/{id}", of.path())
}
