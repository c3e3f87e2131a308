//! Colours, and whether the numbers of the goals can be read on them.

use ict4sdg::domain::colour::{Colour, INKS};
use proptest::prelude::*;

use crate::common::CONTENT;

fn colour(text: &str) -> Colour {
    Colour::parse(text).expect("a colour")
}

#[test]
fn the_ink_on_every_goal_has_a_contrast_of_at_least_4_5() {
    assert_eq!(CONTENT.goals.len(), 17);
    for goal in &CONTENT.goals {
        let ground = colour(&goal.colour);
        let contrast = ground.contrast(colour(ground.ink()));
        assert!(contrast >= 4.5, "goal {}: {} on {} has {contrast:.2}", goal.number, ground.ink(), goal.colour);
    }
}

#[test]
fn black_and_white_have_a_contrast_of_21() {
    let contrast = colour("#000000").contrast(colour("#ffffff"));
    assert!((contrast - 21.0).abs() < 1e-9, "{contrast}");
}

#[test]
fn contrast_is_that_of_wcag_for_a_known_grey() {
    // #767676 is the lightest grey that passes on white: 4.54.
    let white = colour("#FFFFFF");
    assert!((white.contrast(colour("#767676")) - 4.54).abs() < 0.005);
    assert!(white.contrast(colour("#777777")) < 4.5);
}

#[test]
fn channels_are_read_in_their_order_in_either_case() {
    let expected = Colour { red: 0xE5, green: 0x24, blue: 0x3B };
    assert_eq!(Colour::parse("#E5243B"), Some(expected));
    assert_eq!(Colour::parse("#e5243b"), Some(expected));
}

#[test]
fn what_is_not_six_hexadecimal_digits_is_no_colour() {
    for text in ["", "#", "E5243B", "##5243B", "#E52", "#E5243", "#E5243B0", "#GGGGGG", "#é243B", "# 5243B", "red"] {
        assert_eq!(Colour::parse(text), None, "{text:?}");
    }
}

#[test]
fn a_sign_is_no_hexadecimal_digit() {
    for text in ["#+5243B", "#E5+43B", "#+1+2+3", "#-1-2-3"] {
        assert_eq!(Colour::parse(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn the_ink_is_the_better_of_the_two(red: u8, green: u8, blue: u8) {
        let ground = Colour { red, green, blue };
        let chosen = ground.contrast(colour(ground.ink()));
        for ink in INKS {
            prop_assert!(chosen >= ground.contrast(colour(ink)));
        }
    }

    #[test]
    fn contrast_is_symmetric_and_between_1_and_21(a: [u8; 3], b: [u8; 3]) {
        let [a, b] = [a, b].map(|[red, green, blue]| Colour { red, green, blue });
        let contrast = a.contrast(b);
        prop_assert!((1.0..=21.000_001).contains(&contrast), "{contrast}");
        prop_assert!((contrast - b.contrast(a)).abs() < 1e-12);
    }
}
