//! The places around the province: points to the next ones up, points to spare, who stands close,
//! how far the order depends on the weights.

mod words;

use super::ground::Ground;
use super::others::{about, named, rivals_move};
use super::parts::{Cells, Table, Weight, caution, finding, simulated};
use crate::calculator::{Neighbourhood, Slack};
use crate::model::{Exact, Note, Rivals, Standing};
use crate::page::Markup;
use crate::page::text::{fixed_points, note, score};
use words::{Fall, Order, Rise, counted};

/// Units shown on either side.
const AROUND: usize = 5;

/// The panel.
pub(super) fn neighbourhood(ground: &Ground<'_>, m: &mut Markup) {
    let found = ground.calculator.neighbourhood(ground.scenario());
    let (around, own) = match (found, ground.own()) {
        (Ok(around), Some(own)) => (around, own),
        (Err(error), _) => return caution(m, ground.in_words(&error)),
        (_, None) => return,
    };
    let panel = Around {
        ground,
        around: &around,
        own,
    };
    panel.tell(m);
    panel.climbs(m);
    panel.list(m);
    panel.weights(m);
    panel.zones(m);
    rivals_move(ground, m);
    if ground.standings.estimated || around.robustness.estimated {
        caution(m, note(Note::DependsOnEstimates, ground.language));
    }
    simulated(ground, m);
}

struct Around<'a> {
    ground: &'a Ground<'a>,
    around: &'a Neighbourhood,
    own: &'a Standing,
}

impl Around<'_> {
    /// Whether what lies between the unit and another one rests on estimates.
    fn is_estimated(&self, position: usize) -> bool {
        let other = self.ground.standings.of(position);
        self.own.estimated || other.is_some_and(|other| other.estimated)
    }

    /// A gain that is looked at for crowds: a thousandth of the total.
    fn step(&self) -> Exact {
        self.ground.points(Exact::decimal(1, 3))
    }

    fn tell(&self, m: &mut Markup) {
        let (ground, language) = (self.ground, self.ground.language);
        let rise = self.around.up.first().map(|climb| Rise {
            points: about(
                counted(climb.points, language),
                self.is_estimated(climb.position),
            ),
            name: ground.name_at(climb.position).to_owned(),
            rank: climb.rank,
        });
        let fall = self.around.down.map(|slack| self.fall(slack));
        let name = ground.own_name();
        let sentence = words::finding(name, self.own.rank, rise.as_ref(), fall.as_ref(), language);
        let rank = self.own.rank;
        let zones = &self.around.crowd;
        let zone = zones.iter().find(|z| z.from <= rank && rank <= z.to);
        // With fewer than three ahead there is nothing to say.
        let told = (rank > 3).then(|| words::crowded(name, zone, self.step(), language));
        finding(m, sentence, told.unwrap_or_default());
    }

    /// All that are level with the first to pass go past together.
    fn fall(&self, slack: Slack) -> Fall {
        let standings = &self.ground.standings;
        let score = standings.of(slack.position).map(|next| next.score);
        let others = standings.standings.iter();
        let others = others.filter(|other| other.position != self.own.position);
        let mut rank = 1;
        let mut rows = Vec::new();
        for other in others.filter(|other| Some(other.score) >= score) {
            rank += 1;
            if Some(other.score) == score {
                rows.push(other.position);
            }
        }
        let points = about(
            counted(slack.points, self.ground.language),
            self.is_estimated(slack.position),
        );
        Fall {
            points: (slack.points > Exact::ZERO).then_some(points),
            names: named(self.ground, &rows),
            rank,
        }
    }

    /// What it takes to climb 1, 2, 3, 5 and 10 places.
    fn climbs(&self, m: &mut Markup) {
        let (ground, language) = (self.ground, self.ground.language);
        if self.around.up.is_empty() {
            return;
        }
        let rows = self.around.up.iter().map(|climb| {
            let needed = fixed_points(climb.points, language);
            let cells = vec![
                words::places(climb.places, language),
                about(needed, self.is_estimated(climb.position)),
                ground.name_at(climb.position).to_owned(),
                climb.rank.to_string(),
            ];
            (cells, Weight::Plain)
        });
        let column = |vi, en, cells| (ground.either(vi, en).to_owned(), cells);
        Table {
            caption: ground
                .either("Cần thêm bao nhiêu điểm", "Points needed to climb")
                .to_owned(),
            columns: vec![
                column("Để lên", "To climb", Cells::Text),
                column("Cần thêm, điểm", "Needs, points", Cells::Number),
                column("Bằng điểm với", "Level with", Cells::Text),
                column("Thành hạng", "Resulting rank", Cells::Number),
            ],
            rows: rows.collect(),
        }
        .write(m);
    }

    /// The units just above and just below, with their distance in points.
    fn list(&self, m: &mut Markup) {
        let (ground, language) = (self.ground, self.ground.language);
        let list = &ground.standings.standings;
        let place = list.iter().position(|s| s.position == self.own.position);
        let first = place.unwrap_or_default().saturating_sub(AROUND);
        let last = place.unwrap_or_default() + AROUND;
        let near = list.iter().take(last + 1).skip(first);
        let rows = near.map(|other| {
            let off = ground.points(other.score - self.own.score);
            let is_own = other.position == self.own.position;
            let gap = words::gap(off, self.is_estimated(other.position), language);
            let cells = vec![
                ground.name_at(other.position).to_owned(),
                other.rank.to_string(),
                about(score(other.score, language), other.estimated),
                if is_own { String::new() } else { gap },
            ];
            (cells, if is_own { Weight::Own } else { Weight::Plain })
        });
        let column = |vi, en, cells| (ground.either(vi, en).to_owned(), cells);
        Table {
            caption: ground
                .either(
                    "Các tỉnh ngay trên và ngay dưới",
                    "Just above and just below",
                )
                .to_owned(),
            columns: vec![
                column("Tỉnh, thành", "Province", Cells::Text),
                column("Hạng", "Rank", Cells::Number),
                column("Giá trị", "Score", Cells::Number),
                (words::against(ground.own_name(), language), Cells::Number),
            ],
            rows: rows.collect(),
        }
        .write(m);
    }

    /// How the order with the units right above and below depends on the weights.
    fn weights(&self, m: &mut Markup) {
        let (ground, language) = (self.ground, self.ground.language);
        m.leaf(
            "h4",
            "",
            ground.either("Nếu đổi trọng số", "If the weights changed"),
        );
        let robustness = &self.around.robustness;
        let mut is_explained = false;
        for pair in ground.standings.standings.windows(2) {
            let [first, second] = pair else { continue };
            let share = if second.position == self.own.position {
                robustness.above
            } else if first.position == self.own.position {
                robustness.below
            } else {
                continue;
            };
            let order = match share {
                _ if first.score == second.score => Order::Level,
                None => Order::Outside,
                Some(share) if share >= Exact::ONE => Order::Always,
                Some(share) => Order::UpTo(share, robustness.estimated),
            };
            is_explained |= matches!(order, Order::UpTo(..));
            let names = [first, second].map(|s| ground.name_at(s.position));
            m.leaf("p", "told", words::order(names, &order, language));
        }
        if is_explained {
            m.leaf("p", "told", words::weights(language));
        }
        if ground.scenario().rivals != Rivals::Frozen {
            m.leaf("p", "told", words::without_rivals(language));
        }
    }

    /// All crowded stretches of the table.
    fn zones(&self, m: &mut Markup) {
        let (ground, language) = (self.ground, self.ground.language);
        let zones = &self.around.crowd;
        if zones.is_empty() {
            return;
        }
        let rows = zones.iter().map(|zone| {
            let is_own = zone.from <= self.own.rank && self.own.rank <= zone.to;
            let cells = vec![
                words::ranks(zone),
                zone.units.to_string(),
                fixed_points(zone.span_points, language),
            ];
            (cells, if is_own { Weight::Own } else { Weight::Plain })
        });
        let column = |vi, en| (ground.either(vi, en).to_owned(), Cells::Number);
        let caption = words::zones(self.step(), language);
        Table {
            caption: caption.clone(),
            columns: vec![
                (ground.either("Hạng", "Ranks").to_owned(), Cells::Text),
                column("Số tỉnh", "Provinces"),
                column("Đầu hơn cuối, điểm", "First to last, points"),
            ],
            rows: rows.collect(),
        }
        .write_folded(m, caption);
    }
}
