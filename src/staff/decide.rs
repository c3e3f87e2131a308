//! Decisions on a submission, and undoing the last one. Publishing comes first; the submission goes only when the case
//! study is there.

use serde_json::{Value, json};

use super::{
    api::{Api, Collection, Failure, If},
    records::{Published, Sent, Waiting, today},
};
use crate::domain::{
    names::Slug,
    story::Story,
    submission::{FollowUp, Submission, Wish},
};

/// A step back.
#[derive(Clone, Debug)]
pub enum Step {
    Put(Collection, String, Value, If),
    Delete(Collection, String, u64),
}

/// What came of a decision: the steps that take it back, and whether the submission is still in the list.
#[derive(Clone, Debug)]
pub struct Done {
    pub back: Vec<Step>,
    pub left_over: bool,
}

fn version(record: &Value) -> u64 {
    record.get("last_modified").and_then(Value::as_u64).unwrap_or_default()
}

fn value(story: &Story) -> Result<Value, Failure> {
    serde_json::to_value(story).map_err(|error| Failure::Other(error.to_string()))
}

/// Makes sure that nobody has changed or decided it meanwhile.
async fn unchanged(api: &Api, waiting: &Waiting) -> Result<(), Failure> {
    let now = api.get(Collection::Submissions, &waiting.id).await?;
    if version(&now) == waiting.version { Ok(()) } else { Err(Failure::Conflict) }
}

/// Takes a submission out of the list. If that fails, what was done before stands, and `left_over` says so.
async fn take_out(api: &Api, waiting: &Waiting, mut back: Vec<Step>) -> Done {
    let gone = api.delete(Collection::Submissions, &waiting.id, waiting.version).await;
    if gone.is_ok() {
        back.push(Step::Put(Collection::Submissions, waiting.id.clone(), waiting.raw.clone(), If::New));
    }
    Done { back, left_over: gone.is_err() }
}

/// Publishes a new case study.
pub async fn publish(api: &Api, waiting: &Waiting, submission: &Submission, slug: &Slug) -> Result<Done, Failure> {
    unchanged(api, waiting).await?;
    let story = submission.story(slug.clone(), today());
    let made = api.put(Collection::Stories, slug.as_str(), value(&story)?, If::New).await?;
    let mut back = vec![Step::Delete(Collection::Stories, slug.to_string(), version(&made))];
    let receipt = json!({"id": waiting.id, "slug": slug, "lang": submission.lang});
    if let Ok(kept) = api.put(Collection::Receipts, &waiting.id, receipt, If::New).await {
        back.push(Step::Delete(Collection::Receipts, waiting.id.clone(), version(&kept)));
    }
    Ok(take_out(api, waiting, back).await)
}

/// The case study that became of an earlier submission.
pub async fn regarded(api: &Api, sent: &Sent) -> Result<Published, Failure> {
    let receipt = api.get(Collection::Receipts, sent.regards().unwrap_or_default()).await?;
    let slug = receipt.get("slug").and_then(Value::as_str).unwrap_or_default();
    let raw = api.get(Collection::Stories, slug).await?;
    Published::of(raw).ok_or_else(|| Failure::Other(slug.to_owned()))
}

/// Puts a correction in the place of what is published. Translations told the old text, so they go.
pub async fn correct(api: &Api, waiting: &Waiting, submission: &Submission, old: &Published) -> Result<Done, Failure> {
    unchanged(api, waiting).await?;
    let story = submission.story(old.story.id.clone(), today());
    replace(api, waiting, &story, old).await
}

/// Does what a wish asks for.
pub async fn grant(api: &Api, waiting: &Waiting, wish: &FollowUp, old: &Published) -> Result<Done, Failure> {
    unchanged(api, waiting).await?;
    if wish.wish == Wish::Withdraw {
        let id = old.story.id.to_string();
        api.delete(Collection::Stories, &id, old.version).await?;
        let back = vec![Step::Put(Collection::Stories, id, value(&old.story)?, If::New)];
        return Ok(take_out(api, waiting, back).await);
    }
    let story = Story { confirmed: today(), ..old.story.clone() };
    replace(api, waiting, &story, old).await
}

async fn replace(api: &Api, waiting: &Waiting, story: &Story, old: &Published) -> Result<Done, Failure> {
    let id = story.id.to_string();
    let made = api.put(Collection::Stories, &id, value(story)?, If::Version(old.version)).await?;
    let back = vec![Step::Put(Collection::Stories, id, value(&old.story)?, If::Version(version(&made)))];
    Ok(take_out(api, waiting, back).await)
}

/// Removes a submission that is not published.
pub async fn reject(api: &Api, waiting: &Waiting) -> Result<Done, Failure> {
    api.delete(Collection::Submissions, &waiting.id, waiting.version).await?;
    let back = Step::Put(Collection::Submissions, waiting.id.clone(), waiting.raw.clone(), If::New);
    Ok(Done { back: vec![back], left_over: false })
}

/// Takes the last decision back: first what was removed comes again, then what was made goes.
pub async fn undo(api: &Api, steps: &[Step]) -> Result<(), Failure> {
    for step in steps.iter().rev() {
        match step {
            Step::Put(of, id, data, on) => api.put(*of, id, data.clone(), *on).await.map(|_| ())?,
            Step::Delete(of, id, version) => api.delete(*of, id, *version).await?,
        }
    }
    Ok(())
}
