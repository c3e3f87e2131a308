//! The schemas by which the engine checks what is written into it, made from the types that read it. The engine checks by
//! a Python library and reports one error only, so they obey rules of their own (`docs/api.md`).

use std::{fs, path::Path};

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::domain::{
    story::Story,
    submission::{FollowUp, Receipt, Submission},
};

/// In Python `$` lets a newline follow; this ends a text in Python and in browsers alike.
const END: &str = r"(?![\s\S])";

/// No control characters but tabs and newlines, and none that turns the direction of a text or hides in it. U+0000 could
/// not be stored at all.
const SOUND: &str = r"^[^\u0000-\u0008\u000b-\u001f\u007f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*";

/// Name of the collection and its schema.
pub fn all() -> [(&'static str, Value); 3] {
    let mut whole = of::<Submission>();
    // Pictures within the record are for hand-over files.
    if let Some(Value::Object(fields)) = whole.pointer_mut("/properties/pictures/items/properties") {
        fields.remove("data");
    }
    let submission = json!({
        "type": "object",
        // What is not named here the engine takes away before it checks.
        "properties": {"id": true},
        "if": {"properties": {"wish": {"enum": ["withdraw", "confirm"]}}, "required": ["wish"]},
        "then": of::<FollowUp>(),
        "else": whole,
    });
    [("case-studies", of::<Story>()), ("submissions", submission), ("receipts", of::<Receipt>())]
}

/// Writes each as `{folder}/{collection}.json`.
///
/// # Errors
/// When a file cannot be written.
pub fn write(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, schema) in all() {
        let path = folder.join(format!("{name}.json"));
        fs::write(&path, schema.to_string()).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

fn of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    adapt(&mut schema);
    schema
}

/// Puts a schema, and all within, under the rules of the engine.
fn adapt(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(adapt),
        Value::Object(object) => {
            for unused in ["$schema", "title", "description", "format", "default"] {
                // A property may be called so.
                if object.get(unused).is_some_and(|value| !value.is_object()) || unused == "default" {
                    object.remove(unused);
                }
            }
            object.values_mut().for_each(adapt);
            texts(object);
            required(object);
        }
        _ => {}
    }
}

/// Every text has a pattern, which ends where the text ends.
fn texts(schema: &mut Map<String, Value>) {
    let is_text = match schema.get("type") {
        Some(Value::String(kind)) => kind == "string",
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == "string"),
        _ => false,
    };
    if is_text && !schema.contains_key("enum") && !schema.contains_key("const") {
        let pattern = schema.get("pattern").and_then(Value::as_str).unwrap_or(SOUND);
        let pattern = format!("{}{END}", pattern.trim_end_matches('$'));
        schema.insert("pattern".to_owned(), Value::String(pattern));
    }
}

/// One `required` a branch: of a list of several the engine blames the last, whichever is missing.
fn required(schema: &mut Map<String, Value>) {
    let Some(Value::Array(names)) = schema.remove("required") else { return };
    let branches = names.into_iter().map(|name| json!({"required": [name]})).collect();
    schema.insert("allOf".to_owned(), Value::Array(branches));
}
