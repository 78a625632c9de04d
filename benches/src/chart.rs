//! A table as a picture, with one panel per column and one line per row. A bar reaches from the fastest time of a cell to
//! the slowest.

use core::cmp::Ordering;
use core::fmt::{self, Display, Formatter, Write};

const LABELS: f64 = 192.0;
const PANEL: f64 = 158.0;
const GAP: f64 = 22.0;
const TOP: f64 = 84.0;
const LINE: f64 = 21.0;
const BOTTOM: f64 = 34.0;
/// Half of the height of a bar.
const RADIUS: f64 = 4.5;

const INK: &str = "#24292f";
const FAINT: &str = "#57606a";
const GRID: &str = "#e4e8ec";
const BAND: &str = "#fdeee8";

/// The role of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A lower bound for every contender.
    Floor,
    /// This project.
    Ours,
    /// Something that a program could use instead of ours.
    Rival,
}

impl Role {
    fn colour(self) -> &'static str {
        match self {
            Self::Floor => "#6e7781",
            Self::Ours => "#e5481d",
            Self::Rival => "#b4bdc6",
        }
    }
}

/// Formats nanoseconds with the significant digits only.
#[derive(Clone, Copy, Debug)]
pub struct Ns(pub f64);

impl Display for Ns {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let digits = if self.0 < 9.95 { 1 } else { 0 };
        write!(f, "{:.digits$}", self.0)
    }
}

/// One column of the table.
#[derive(Clone, Debug)]
pub struct Panel {
    /// The text above the panel.
    pub title: String,
    /// The times of each row, in nanoseconds. A row without times has no bar.
    pub bars: Vec<Vec<f64>>,
}

/// A table.
#[derive(Clone, Copy, Debug)]
pub struct Chart<'a> {
    /// The first line.
    pub title: &'a str,
    /// The second line.
    pub subtitle: &'a str,
    /// The names and the roles of the rows.
    pub rows: &'a [(&'static str, Role)],
    /// The columns.
    pub panels: &'a [Panel],
    /// The index of the panel that orders the rows. Rows with [`Role::Floor`] come first.
    pub sort_by: usize,
    /// The marks of the axis, which starts at 1 ns.
    pub ticks: &'a [(f64, &'a str)],
    /// The number of powers of ten on the axis.
    pub decades: f64,
}

impl Chart<'_> {
    /// Draws the table.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut out = String::new();
        // Writing to a string never fails.
        let _ = self.draw(&mut out);
        out
    }

    /// Returns the position of `ns` in a panel.
    fn x(&self, ns: f64) -> f64 {
        PANEL * (ns.log10() / self.decades).clamp(0.0, 1.0)
    }

    fn draw(&self, out: &mut String) -> fmt::Result {
        let order = self.sorted();
        let width = LABELS + self.panels.len() as f64 * (PANEL + GAP) + GAP;
        let lines = LINE * order.len() as f64;
        let height = TOP + lines + BOTTOM;
        writeln!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="13">
<rect width="{width}" height="{height}" fill="white"/>"#
        )?;
        text(out, (16.0, 26.0), INK, r#"font-size="17" font-weight="600""#, self.title)?;
        text(out, (16.0, 46.0), FAINT, "", self.subtitle)?;
        for (line, &row) in order.iter().enumerate() {
            self.label(out, row, TOP + LINE * (line as f64 + 0.5), width)?;
        }
        for (index, panel) in self.panels.iter().enumerate() {
            let left = LABELS + index as f64 * (PANEL + GAP);
            writeln!(out, r#"<g transform="translate({left} {TOP})">"#)?;
            text(out, (0.0, -10.0), INK, r#"font-weight="600""#, &panel.title)?;
            for &(ns, label) in self.ticks {
                let x = self.x(ns);
                writeln!(out, r#"<path d="M{x} 0V{lines}" stroke="{GRID}"/>"#)?;
                let centred = r#"text-anchor="middle" font-size="11""#;
                text(out, (x, lines + 16.0), FAINT, centred, label)?;
            }
            for (line, &row) in order.iter().enumerate() {
                self.bar(out, panel, row, LINE * (line as f64 + 0.5))?;
            }
            writeln!(out, "</g>")?;
        }
        writeln!(out, "</svg>")
    }

    /// Sorts floors first, and the others by the times of one panel. Returns the indices of the rows.
    fn sorted(&self) -> Vec<usize> {
        let mut order: Vec<_> = (0..self.rows.len()).collect();
        let key = |row: &usize| {
            let floor = self.rows.get(*row).is_some_and(|row| row.1 == Role::Floor);
            let bar = self.panels.get(self.sort_by).and_then(|panel| panel.bars.get(*row));
            let times = bar.filter(|times| !times.is_empty());
            let mean = times.map_or(f64::MAX, |times| {
                times.iter().copied().map(f64::ln).sum::<f64>() / times.len() as f64
            });
            (!floor, mean)
        };
        order.sort_by(|a, b| key(a).partial_cmp(&key(b)).unwrap_or(Ordering::Equal));
        order
    }

    fn label(&self, out: &mut String, row: usize, y: f64, width: f64) -> fmt::Result {
        let Some(&(name, role)) = self.rows.get(row) else { return Ok(()) };
        let (ink, weight) = match role {
            Role::Ours => {
                let top = y - LINE / 2.0;
                writeln!(
                    out,
                    r#"<rect y="{top}" width="{width}" height="{LINE}" fill="{BAND}"/>"#
                )?;
                (role.colour(), r#"text-anchor="end" font-weight="700""#)
            }
            Role::Floor => (FAINT, r#"text-anchor="end""#),
            Role::Rival => (INK, r#"text-anchor="end""#),
        };
        let name = name.replace('`', "").replace('<', "&lt;");
        text(out, (LABELS - 12.0, y + 4.5), ink, weight, &name)
    }

    fn bar(&self, out: &mut String, panel: &Panel, row: usize, y: f64) -> fmt::Result {
        let times = panel.bars.get(row).map_or(&[][..], |times| times);
        let (Some(min), Some(max)) =
            (times.iter().copied().reduce(f64::min), times.iter().copied().reduce(f64::max))
        else {
            return Ok(());
        };
        let role = self.rows.get(row).map_or(Role::Rival, |row| row.1);
        let (from, to) = (self.x(min), self.x(max));
        let (left, top, width, height) =
            (from - RADIUS, y - RADIUS, to - from + 2.0 * RADIUS, 2.0 * RADIUS);
        let fill = role.colour();
        writeln!(
            out,
            r#"<rect x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{height}" rx="{RADIUS}" fill="{fill}"/>"#
        )?;
        if role != Role::Ours {
            return Ok(());
        }
        let (min, max) = (Ns(min).to_string(), Ns(max).to_string());
        let range = if min == max { min } else { format!("{min}–{max}") };
        let bold = r#"font-size="12" font-weight="700""#;
        text(out, (to + RADIUS + 5.0, y + 4.0), fill, bold, &range)
    }
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
