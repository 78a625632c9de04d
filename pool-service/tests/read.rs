//! What a text says, and what is wrong with it.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic")]

use pool_service::{Declaration, FileErrorKind, FileErrors, Overflow, read};
use proptest::prelude::*;

fn of(text: &str) -> Result<Declaration, FileErrors> {
    read(text, Some("s.toml"), "a")
}

/// The texts of all mistakes.
fn errors(text: &str) -> Vec<String> {
    of(text).unwrap_err().into_iter().map(|error| error.to_string()).collect()
}

#[test]
fn a_service_and_what_is_not_its_business() {
    let text = "title = 'x'
[log]
level = 3
[service.b]
nonsense = true
[service.a]
messages = ['X', \"Y\"]
buffer_pool_enabled = false
[service.a.capacity]
Y = 0x1_0
";
    let read = of(text).unwrap();
    assert_eq!(read.name, "a");
    let names: Vec<_> =
        read.messages.iter().map(|message| (&*message.name, message.capacity)).collect();
    assert_eq!(names, [("X", None), ("Y", Some(16))]);
    assert!(!read.buffer_pool_enabled);
    assert_eq!(read.overflow, None);
    let place = read.messages[1].place.as_ref().unwrap();
    assert_eq!(place.at(), "s.toml:7:18");
    assert_eq!(place.snippet(), "  |\n7 | messages = ['X', \"Y\"]\n  |                  ^^^");
    assert_eq!(read.messages[1].capacity_place.as_ref().unwrap().at(), "s.toml:10:5");
}

#[test]
fn every_policy() {
    for (word, policy) in
        [("heap", Overflow::Heap), ("fail", Overflow::Fail), ("wait", Overflow::Wait)]
    {
        let text = format!("service.a = {{ messages = ['X'], overflow = '{word}' }}");
        assert_eq!(of(&text).unwrap().overflow, Some(policy));
    }
}

#[test]
fn no_toml() {
    assert_eq!(
        errors("[service.a]\nmessages = [\"X\"\nx = 1"),
        [
            "not TOML: missing comma between array elements, expected `,` (s.toml:3:1)\n  |\n3 | x = 1\n  | ^"
        ]
    );
}

#[test]
fn no_such_service() {
    let text = "[service.adapter]\nmessages = ['X']\n[service.b]\n";
    let error = |name| read(text, Some("s.toml"), name).unwrap_err().first;
    assert_eq!(error("adaptr").kind(), FileErrorKind::UnknownService);
    assert_eq!(
        error("adaptr").to_string(),
        "`s.toml` has no service `adaptr`\nhelp: did you mean `adapter`? it has `adapter`, `b`"
    );
    assert_eq!(
        error("zzz").to_string(),
        "`s.toml` has no service `zzz`\nhelp: it has `adapter`, `b`"
    );
    assert_eq!(
        read("", None, "x").unwrap_err().first.to_string(),
        "the text has no service `x`\nhelp: add `[service.x]` and below it `messages = [\"..\"]`"
    );
}

#[test]
fn sizes_have_no_place_in_a_file() {
    let found = of("[buffer_pool]\nsize_classes = [128]\n[service.a]\nmessages = ['X']\nmax_size = 4\ncapacities = [1]")
        .unwrap_err();
    let kinds: Vec<_> = found.clone().into_iter().map(|error| error.kind()).collect();
    assert_eq!(kinds, [FileErrorKind::Size; 3]);
    assert_eq!(
        found.others[0].to_string(),
        "`max_size` would set sizes or buffers by hand (s.toml:5:1)
  |
5 | max_size = 4
  | ^^^^^^^^
help: remove it; sizes come from the message types. To lower the number of buffers of a message, write `capacity = { Message = 16 }`"
    );
}

#[test]
fn all_mistakes_come_in_the_order_of_the_text() {
    let text = "[service.a]
overflow = 'haep'
mesages = ['X']
messages = ['X', 3]
capacity = { X = 0, Y = 2, Xx = 1 }
";
    assert_eq!(
        errors(text),
        [
            "`overflow` cannot be \"haep\" (s.toml:2:12)
  |
2 | overflow = 'haep'
  |            ^^^^^^
help: did you mean \"heap\"?",
            "unknown key `mesages` of service `a` (s.toml:3:1)
  |
3 | mesages = ['X']
  | ^^^^^^^
help: did you mean `messages`?",
            "`messages[1]` is an integer (s.toml:4:18)
  |
4 | messages = ['X', 3]
  |                  ^
help: write the names of messages, as in `messages = [\"SwapEvent\"]`",
            "the capacity of `X` is not a number of buffers (s.toml:5:18)
  |
5 | capacity = { X = 0, Y = 2, Xx = 1 }
  |                  ^
help: write at least 1, or turn the pool off with `buffer_pool_enabled = false`",
            "`capacity` of `Y`, which service `a` does not declare (s.toml:5:21)
  |
5 | capacity = { X = 0, Y = 2, Xx = 1 }
  |                     ^
help: add it to `messages`, or remove it; the declared messages are `X`",
            "`capacity` of `Xx`, which service `a` does not declare (s.toml:5:28)
  |
5 | capacity = { X = 0, Y = 2, Xx = 1 }
  |                            ^^
help: add it to `messages`, or remove it; the declared messages are `X`",
        ]
    );
}

#[test]
fn a_misspelt_capacity_is_that_of_a_message() {
    let text = "service.a = { messages = ['Swap'], capacity.Sawp = 1 }";
    assert!(errors(text)[0].ends_with("help: `messages` has `Swap`: one of the two is misspelt"));
}

#[test]
fn types_of_values() {
    let head = |text: &str| -> Vec<String> {
        let first = |text: String| text.lines().next().unwrap().to_owned();
        errors(text).into_iter().map(first).collect()
    };
    assert_eq!(head("service = 3"), ["`service` is an integer (s.toml:1:11)"]);
    assert_eq!(head("service.a = 'x'"), ["`service.a` is a string (s.toml:1:13)"]);
    assert_eq!(head("service.a = {}"), ["service `a` declares no messages (s.toml:1:9)"]);
    assert_eq!(head("service.a.messages = []"), ["service `a` declares no messages (s.toml:1:22)"]);
    assert_eq!(head("service.a.messages = 'X'"), ["`messages` is a string (s.toml:1:22)"]);
    assert_eq!(
        head(
            "service.a = { messages = ['X'], buffer_pool_enabled = 1, overflow = 1.5, capacity = [1] }"
        ),
        [
            "`buffer_pool_enabled` is an integer (s.toml:1:55)",
            "`overflow` is a float (s.toml:1:69)",
            "`capacity` is an array (s.toml:1:85)",
        ]
    );
    assert_eq!(
        head("service.a = { messages = ['X'], capacity.X = 1979-05-27 }"),
        ["`capacity.X` is a date (s.toml:1:46)"]
    );
}

#[test]
fn a_limit_needs_the_pool() {
    let text = |word: &str| {
        format!(
            "service.a = {{ messages = ['X'], buffer_pool_enabled = false, overflow = '{word}' }}"
        )
    };
    let error = of(&text("fail")).unwrap_err().first;
    assert_eq!(error.kind(), FileErrorKind::Conflict);
    assert!(of(&text("heap")).is_ok());
}

#[test]
fn a_capacity_beyond_any_number_is_still_a_count() {
    for digits in [19, 38, 39, 60] {
        let nines = "9".repeat(digits);
        let text = format!("service.a = {{ messages = ['X'], capacity.X = {nines} }}");
        let capacity = of(&text).unwrap().messages[0].capacity.unwrap();
        assert!(capacity > 1 << 60, "{capacity}");
        let text = text.replace(" 9", " -9");
        assert_eq!(of(&text).unwrap_err().first.kind(), FileErrorKind::WrongValue);
    }
}

#[test]
fn a_service_without_a_name() {
    let error = of("[service]\nmessages = ['X']").unwrap_err().first;
    assert_eq!(
        error.to_string(),
        "`messages` is a key of `service` itself (s.toml:2:1)
  |
2 | messages = ['X']
  | ^^^^^^^^
help: give the service a name: `[service.a]`"
    );
}

#[test]
fn a_misspelt_table_of_services() {
    for name in ["services", "Service", "sevice"] {
        let error = of(&format!("[{name}.a]\nmessages = ['X']")).unwrap_err().first;
        assert_eq!(error.kind(), FileErrorKind::UnknownService);
        let expected = format!(
            "services are tables of `service`, not of `{name}` (s.toml:1:2)
  |
1 | [{name}.a]
  |  {}
help: write `[service.a]`",
            "^".repeat(name.len())
        );
        assert_eq!(error.to_string(), expected);
    }
}

proptest! {
    /// No text panics, and none that is refused is refused without a reason.
    #[test]
    fn any_text_is_read_or_refused(
        lines in prop::collection::vec(
            prop::sample::select(vec![
                "[service.a]", "[service.b]", "messages = ['X', 'Y']", "messages = [", "]", "capacity.X = 3",
                "capacity = { Z = -1 }", "overflow = 'wait'", "buffer_pool_enabled = 0", "sizes = []", "é = 'é'",
                "[service.a.capacity]", "X = 1", "service.a = 3", "# 'x", "\"messages\" = ['\u{1F980}']",
            ]),
            0..8,
        ),
    ) {
        if let Err(errors) = of(&lines.join("\n")) {
            for error in errors {
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }
}

#[test]
fn the_only_service() {
    let read =
        |text: &str| pool_service::read_only(text).map_err(|errors| errors.first.to_string());
    assert_eq!(read("service.b.messages = ['X']").unwrap().name, "b");
    assert_eq!(
        read("[service.a]\n[service.b]").unwrap_err(),
        "the text has 2 services\nhelp: write one `[service.NAME]`"
    );
    assert!(read("").unwrap_err().starts_with("the text has no service `NAME`\nhelp: add"));
}

/// Whether a terminal acts on a character, or shows nothing or another order for it.
fn is_raw(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn errors_never_print_raw_control_characters_of_the_file() {
    let hostile = "\\u001b]0;x\\u0007\\u202e\\u2066";
    for text in [
        format!("[service.a]\nmessages = ['A']\noverflow = \"{hostile}\""),
        format!("[service.a]\nmessages = ['A']\n\"{hostile}\" = 1"),
        format!("[service.a]\nmessages = ['A']\ncapacity = {{ \"{hostile}\" = 1 }}"),
        format!("[service.a]\nmessages = ['A']\ncapacity = {{ \"{hostile}\" = 'x' }}"),
        format!("[service.\"{hostile}\"]\nmessages = ['A']"),
        format!("[\"{hostile}\".a]\nmessages = ['A']"),
        "[service.a]\nmessages = ['\u{202e}\u{2066}', 1]".to_owned(),
        "[service.a]\nmessages = ['\u{1b}']".to_owned(),
        format!("[service.a]\nmessages = ['A']\noverflow = \"{}\"", "x".repeat(100_000)),
    ] {
        let errors = read(&text, Some("a\u{1b}.toml"), "a").unwrap_err();
        for error in errors {
            let shown = error.to_string();
            assert!(!shown.contains(is_raw), "{shown:?}");
            assert!(shown.len() < 4000 && shown.lines().count() <= 5, "{shown:?}");
        }
    }
    let text = format!("[service.a]\nmessages = ['A']\noverflow = \"{hostile}\"");
    let error = read(&text, None, "a").unwrap_err().to_string();
    let expected =
        "`overflow` cannot be \"\\u{1b}]0;x\\u{7}\\u{202e}\\u{2066}\" (line 3, column 12)";
    assert!(error.starts_with(expected), "{error}");
    // A line feed in a name does not begin a line of its own.
    let error = read("[service.a]\n\"x\\nhelp\" = 1", None, "a").unwrap_err().to_string();
    assert!(error.starts_with("unknown key `x\\nhelp` of service `a`"), "{error}");
}

/// On lines of their own, and all on one line, in which characters have one to four bytes.
#[test]
fn each_of_many_errors_has_its_place() {
    for (separator, file) in [("\n", true), (", ", false)] {
        let keys: Vec<String> = (0..16_000).map(|key| format!("\"é{key}𝄞\" = 1")).collect();
        let body = keys.join(separator);
        let text = match file {
            true => format!("[service.a]\nmessages = ['A']\n{body}"),
            false => format!("[service.a]\nmessages = ['A']\ncapacity = {{ {body} }}"),
        };
        let errors: Vec<_> = read(&text, None, "a").unwrap_err().into_iter().collect();
        assert_eq!(errors.len(), keys.len());
        let mut column = "capacity = { ".len() + 1;
        for (index, (error, key)) in errors.iter().zip(&keys).enumerate() {
            let place = error.place().unwrap();
            match file {
                true => assert_eq!(place.at(), format!("line {}, column 1", index + 3)),
                false => assert_eq!(place.at(), format!("line 3, column {column}")),
            }
            column += key.chars().count() + 2;
            let name = key.split(' ').next().unwrap();
            assert!(place.snippet().contains(name), "{}", place.snippet());
        }
    }
}
