//! The part of the style sheet that follows from the data: colours of goals, and the filter of the explorer.

use std::fmt::Write;

use crate::domain::{
    colour::Colour,
    content::{Goal, Line},
};

/// One rule a goal for its colour and readable ink, and the rules by which attributes of the root element
/// (`data-goals`, `data-lines`) hide what is not chosen, before any script of the application runs.
pub fn axes(lines: &[Line], goals: &[Goal]) -> String {
    let mut css = String::from("/* Made from lines.json and goals.json by `site style`. */\n@layer axes {\n");
    for goal in goals {
        let (id, colour) = (goal.number, &goal.colour);
        let ink = Colour::parse(colour).map_or("#fff", Colour::ink);
        let _ = writeln!(css, "[data-goal=\"{id}\"]{{--goal:{colour};--goal-ink:{ink}}}");
    }
    for id in goals.iter().map(|goal| goal.number) {
        let _ =
            writeln!(css, "html[data-goals]:not([data-goals~=\"{id}\"]) .matrix [data-goal=\"{id}\"]{{display:none}}");
    }
    // The first column is that of the lines.
    for (at, goal) in goals.iter().enumerate() {
        let (id, place) = (goal.number, at + 2);
        let _ = writeln!(
            css,
            "html[data-goals]:not([data-goals~=\"{id}\"]) .matrix col:nth-child({place}){{display:none}}"
        );
    }
    for id in lines.iter().map(|line| &line.id) {
        let _ = writeln!(
            css,
            "html[data-lines]:not([data-lines~=\"{id}\"]) .matrix tr[data-line=\"{id}\"]{{display:none}}"
        );
    }
    css.push_str("}\n");
    css
}
