//! The table as a picture, with one panel per scenario and one line per contender. A capsule reaches from the fastest
//! size to the slowest.

use core::fmt::{self, Write};

use crate::results::{Label, Results, SIZES};
use crate::row::Role;
use crate::scenarios::Scenario;
use crate::table::Ns;

const LABELS: f64 = 192.0;
const PANEL: f64 = 158.0;
const GAP: f64 = 22.0;
const TOP: f64 = 84.0;
const LINE: f64 = 21.0;
const BOTTOM: f64 = 34.0;
/// Half of the height of a capsule.
const RADIUS: f64 = 4.5;

/// The number of powers of ten on the axis, which starts at 1 ns.
const DECADES: f64 = 4.0;
const TICKS: [(f64, &str); 4] = [(1.0, "1 ns"), (10.0, "10"), (100.0, "100"), (1e3, "1 µs")];

const INK: &str = "#24292f";
const FAINT: &str = "#57606a";
const GRID: &str = "#e4e8ec";
const BAND: &str = "#fdeee8";

fn colour(role: Role) -> &'static str {
    match role {
        Role::Floor => "#6e7781",
        Role::Ours => "#e5481d",
        Role::Rival => "#b4bdc6",
    }
}

/// Returns the position of `ns` in a panel.
fn x(ns: f64) -> f64 {
    PANEL * (ns.log10() / DECADES).clamp(0.0, 1.0)
}

pub(crate) fn svg(results: &Results) -> String {
    let mut out = String::new();
    // Writing to a string never fails.
    let _ = draw(&mut out, results);
    out
}

fn draw(out: &mut String, results: &Results) -> fmt::Result {
    let rows = sorted(results);
    let panels = Scenario::TABLE.len() as f64;
    let width = LABELS + panels * (PANEL + GAP) + GAP;
    let lines = LINE * rows.len() as f64;
    let height = TOP + lines + BOTTOM;
    writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="13">
<rect width="{width}" height="{height}" fill="white"/>"#
    )?;
    text(
        out,
        (16.0, 26.0),
        INK,
        r#"font-size="17" font-weight="600""#,
        "What a pooled buffer costs",
    )?;
    let subtitle = "ns to acquire a buffer and release it (log scale: further left is faster). \
                    A bar spans four sizes, 128 B to 64 KiB.";
    text(out, (16.0, 46.0), FAINT, "", subtitle)?;

    for (line, &(name, role)) in rows.iter().enumerate() {
        let y = TOP + LINE * (line as f64 + 0.5);
        let weight = if role == Role::Ours {
            let top = y - LINE / 2.0;
            writeln!(out, r#"<rect y="{top}" width="{width}" height="{LINE}" fill="{BAND}"/>"#)?;
            r#"text-anchor="end" font-weight="700""#
        } else {
            r#"text-anchor="end""#
        };
        let ink = match role {
            Role::Ours => colour(role),
            Role::Floor => FAINT,
            Role::Rival => INK,
        };
        text(
            out,
            (LABELS - 12.0, y + 4.5),
            ink,
            weight,
            &name.replace('`', "").replace('<', "&lt;"),
        )?;
    }
    for (panel, scenario) in Scenario::TABLE.into_iter().enumerate() {
        let left = LABELS + panel as f64 * (PANEL + GAP);
        writeln!(out, r#"<g transform="translate({left} {TOP})">"#)?;
        let head = r#"font-weight="600""#;
        text(out, (0.0, -10.0), INK, head, &scenario.to_string())?;
        for (ns, label) in TICKS {
            let x = x(ns);
            writeln!(out, r#"<path d="M{x} 0V{lines}" stroke="{GRID}"/>"#)?;
            let centred = r#"text-anchor="middle" font-size="11""#;
            text(out, (x, lines + 16.0), FAINT, centred, label)?;
        }
        for (line, &row) in rows.iter().enumerate() {
            capsule(out, results, row, scenario, LINE * (line as f64 + 0.5))?;
        }
        writeln!(out, "</g>")?;
    }
    writeln!(out, "</svg>")
}

/// Sorts floors first, and the others by the cost of a pair.
fn sorted(results: &Results) -> Vec<Label> {
    let mut rows = results.rows(&Scenario::TABLE);
    let key = |row: &Label| {
        let pairs: f64 = SIZES
            .iter()
            .filter_map(|&size| results.get(row.0, Scenario::Pair, size))
            .map(f64::ln)
            .sum();
        (row.1 != Role::Floor, pairs)
    };
    rows.sort_by(|a, b| key(a).partial_cmp(&key(b)).unwrap_or(core::cmp::Ordering::Equal));
    rows
}

fn capsule(
    out: &mut String,
    results: &Results,
    (name, role): Label,
    scenario: Scenario,
    y: f64,
) -> fmt::Result {
    let all: Vec<_> = SIZES.iter().filter_map(|&size| results.get(name, scenario, size)).collect();
    let (Some(min), Some(max)) =
        (all.iter().copied().reduce(f64::min), all.iter().copied().reduce(f64::max))
    else {
        return Ok(());
    };
    let (from, to) = (x(min), x(max));
    let (left, top, width, height) =
        (from - RADIUS, y - RADIUS, to - from + 2.0 * RADIUS, 2.0 * RADIUS);
    let fill = colour(role);
    writeln!(
        out,
        r#"<rect x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{height}" rx="{RADIUS}" fill="{fill}"/>"#
    )?;
    if role != Role::Ours {
        return Ok(());
    }
    let (min, max) = (Ns(min).to_string(), Ns(max).to_string());
    let range = if min == max { min } else { format!("{min}–{max}") };
    text(out, (to + RADIUS + 5.0, y + 4.0), fill, r#"font-size="12" font-weight="700""#, &range)
}

fn text(
    out: &mut String,
    (x, y): (f64, f64),
    fill: &str,
    attributes: &str,
    content: &str,
) -> fmt::Result {
    writeln!(out, r#"<text x="{x:.1}" y="{y:.1}" fill="{fill}" {attributes}>{content}</text>"#)
}
