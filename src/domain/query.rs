//! The state of the explorer as it stands in the address. Parsing is total: what is unknown is dropped.

use std::fmt;

use super::{
    ids::{CellId, GoalId, LineId},
    text::{from_query, in_query, typed},
};

/// The lines and goals that exist, each in its order, and the layers: what a query may name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axes {
    pub lines: Vec<LineId>,
    pub goals: Vec<GoalId>,
    /// Without `links`, which is what is counted when nothing else is asked for.
    pub layers: Vec<String>,
}

impl Axes {
    /// Whether both ends of the cell exist; the pair need not be linked.
    pub fn has(&self, cell: &CellId) -> bool {
        self.lines.contains(&cell.line) && self.goals.contains(&cell.goal)
    }
}

/// How the links are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    Grid,
    /// `view=list`: by action line.
    Lines,
    /// `view=list&by=goal`.
    Goals,
    /// `view=text`: sentences.
    Text,
}

impl View {
    pub const ALL: [Self; 4] = [Self::Grid, Self::Lines, Self::Goals, Self::Text];

    /// The value of `data-view` on the root element.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Lines | Self::Goals => "list",
            Self::Text => "text",
        }
    }
}

/// What the reader chose. Empty `lines` or `goals` means all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub lines: Vec<LineId>,
    pub goals: Vec<GoalId>,
    pub view: View,
    /// What the cells count, if not targets.
    pub layer: Option<String>,
    pub cell: Option<CellId>,
    /// Only what serves all of the chosen goals, or is served by all of the chosen lines.
    pub bridge: bool,
    /// What is looked for in the matrix, as typed.
    pub text: String,
}

/// Longer than any honest query (18 lines, 17 goals and a cell come to about 250 characters).
pub const LONGEST: usize = 2_000;

impl Query {
    /// Reads the part of an address behind the `?`. Never fails: unknown names and values are dropped,
    /// the first of two equal names counts, escapes such as `%2C` are understood, order and repeats do not matter.
    pub fn parse(search: &str, axes: &Axes) -> Self {
        let search = search.trim_start_matches('?');
        if search.len() > LONGEST {
            return Self::default();
        }
        let value = |name: &str| {
            search
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .find(|(key, _)| *key == name)
                .map(|(_, value)| from_query(value))
                .unwrap_or_default()
        };
        let (lines, goals) = (value("lines"), value("goals"));
        let view = match (value("view").as_str(), value("by").as_str()) {
            ("list", "goal") => View::Goals,
            ("list", _) => View::Lines,
            ("text", _) => View::Text,
            _ => View::Grid,
        };
        Self {
            lines: named(&axes.lines, |id| lines.split(',').any(|part| part == id.as_str())),
            goals: named(&axes.goals, |id| goals.split(',').any(|part| GoalId::parse(part) == Some(*id))),
            view,
            layer: Some(value("layer")).filter(|layer| axes.layers.contains(layer)),
            bridge: value("bridge") == "1",
            text: typed(&value("q")),
            cell: CellId::parse(&value("cell")).filter(|cell| axes.has(cell)),
        }
    }

    /// Whether nothing narrows the matrix.
    pub const fn shows_all(&self) -> bool {
        self.lines.is_empty() && self.goals.is_empty()
    }

    /// The view and the filter, without what is chosen, counted or found within them.
    #[must_use]
    pub fn laid_out(&self) -> Self {
        Self { cell: None, layer: None, text: String::new(), ..self.clone() }
    }

    /// The same query with the line chosen, or no longer chosen.
    #[must_use]
    pub fn toggle_line(mut self, line: &LineId, axes: &Axes) -> Self {
        toggle(&mut self.lines, line, &axes.lines);
        self
    }

    /// The same query with the goal chosen, or no longer chosen.
    #[must_use]
    pub fn toggle_goal(mut self, goal: GoalId, axes: &Axes) -> Self {
        toggle(&mut self.goals, &goal, &axes.goals);
        self
    }

    /// The query without its filter; the view and the cell stay.
    #[must_use]
    pub fn without_filter(mut self) -> Self {
        self.lines.clear();
        self.goals.clear();
        self.bridge = false;
        self
    }
}

/// The canonical form, defaults omitted, without `?`: `lines=c2,c5&goals=9&view=list&layer=cases&cell=c2-9&q=farm`.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs = Vec::new();
        if !self.lines.is_empty() {
            pairs.push(format!("lines={}", joined(&self.lines)));
        }
        if !self.goals.is_empty() {
            pairs.push(format!("goals={}", joined(&self.goals)));
        }
        if self.view != View::Grid {
            pairs.push(format!("view={}", self.view.name()));
        }
        if let Some(layer) = &self.layer {
            pairs.push(format!("layer={layer}"));
        }
        if let Some(cell) = &self.cell {
            pairs.push(format!("cell={cell}"));
        }
        if self.bridge {
            pairs.push("bridge=1".to_owned());
        }
        if !self.text.is_empty() {
            pairs.push(format!("q={}", in_query(&self.text)));
        }
        if self.view == View::Goals {
            pairs.push("by=goal".to_owned());
        }
        f.write_str(&pairs.join("&"))
    }
}

fn named<T: Clone>(axis: &[T], chosen: impl Fn(&T) -> bool) -> Vec<T> {
    axis.iter().filter(|id| chosen(id)).cloned().collect()
}

fn toggle<T: Clone + PartialEq>(chosen: &mut Vec<T>, item: &T, axis: &[T]) {
    let was = chosen.contains(item);
    *chosen = named(axis, |id| if id == item { !was } else { chosen.contains(id) });
}

fn joined<T: fmt::Display>(items: &[T]) -> String {
    let texts: Vec<String> = items.iter().map(T::to_string).collect();
    texts.join(",")
}
