//! Questions to the links: what a filter leaves, what serves all, who shares most.

use std::collections::BTreeSet;

use ict4sdg::domain::{
    bridges::{Shown, neighbours},
    ids::{GoalId, LineId},
    query::Query,
};
use proptest::prelude::*;

use crate::common::{AXES, CONTENT};

fn is_linked(line: &LineId, goal: GoalId) -> bool {
    CONTENT.links.iter().any(|link| link.line == *line && link.goal == goal)
}

prop_compose! {
    fn choices()(
        lines in prop::sample::subsequence(AXES.lines.clone(), 0..=5),
        goals in prop::sample::subsequence(AXES.goals.clone(), 0..=5),
        bridge in any::<bool>(),
    ) -> Query {
        Query { lines, goals, bridge, ..Query::default() }
    }
}

proptest! {
    /// Pair by pair, without the shortcuts of the real thing.
    #[test]
    fn what_is_shown_is_what_was_chosen_and_serves_all(query in choices()) {
        let shown = Shown::of(&query, &AXES, &CONTENT.links);
        let by_goals = query.bridge && query.goals.len() >= 2;
        let by_lines = query.bridge && !by_goals && query.lines.len() >= 2;
        for line in &AXES.lines {
            let mut expected = query.lines.is_empty() || query.lines.contains(line);
            if by_goals {
                for goal in &query.goals {
                    expected &= is_linked(line, *goal);
                }
            }
            prop_assert_eq!(shown.lines.contains(line), expected, "{}", line);
        }
        for goal in &AXES.goals {
            let mut expected = query.goals.is_empty() || query.goals.contains(goal);
            if by_lines {
                for line in &query.lines {
                    expected &= is_linked(line, *goal);
                }
            }
            prop_assert_eq!(shown.goals.contains(goal), expected, "{}", goal);
        }
        let links: Vec<_> = shown.links(&CONTENT.links).collect();
        prop_assert!(links.iter().all(|link| shown.lines.contains(&link.line) && shown.goals.contains(&link.goal)));
    }
}

#[test]
fn the_lines_that_serve_goals_3_and_9_are_found() {
    let goals: Vec<GoalId> = [3, 9].map(|number| GoalId::new(number).expect("a goal")).to_vec();
    let shown = Shown::of(&Query { goals, bridge: true, ..Query::default() }, &AXES, &CONTENT.links);
    let lines: Vec<&str> = shown.lines.iter().map(LineId::as_str).collect();
    assert_eq!(lines, ["c3", "c7-eagr", "c10"]);
}

#[test]
fn neighbours_share_most_first() {
    for line in &AXES.lines {
        let shared = neighbours(line, &AXES.lines, &CONTENT.links, |link| (link.line.clone(), link.goal));
        assert!(shared.windows(2).all(|pair| pair[0].1 >= pair[1].1), "{line}");
        let goals = |line: &LineId| -> BTreeSet<GoalId> {
            AXES.goals.iter().copied().filter(|goal| is_linked(line, *goal)).collect()
        };
        let expected =
            AXES.lines.iter().filter(|other| *other != line && !goals(other).is_disjoint(&goals(line))).count();
        assert_eq!(shared.len(), expected, "{line}");
        for (other, count) in shared {
            assert_eq!(goals(line).intersection(&goals(&other)).count(), count, "{line} and {other}");
        }
    }
}
