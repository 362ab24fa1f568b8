//! The places around the province: points to the next ones up, points to spare, who stands close,
//! how far the order depends on the weights.

mod words;

use super::ground::Ground;
use super::others::{about, named, rivals_move};
use super::parts::{Cells, Table, Weight, caution, finding, simulated};
use crate::page::Markup;
use crate::page::text::note;
use dti_engine::calculator::{Neighbourhood, Slack, is_no_sum};
use dti_engine::model::{Exact, Note, Rivals, Standing};
use words::{Beside, Fall, Order, Rise};

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
    if ground.standings.estimated {
        caution(m, note(Note::DependsOnEstimates, ground.language));
    }
    simulated(ground, m);
}

/// How far the order with the units right above and below depends on the weights, by itself.
pub(super) fn robustness(ground: &Ground<'_>, m: &mut Markup) {
    let found = ground.calculator.neighbourhood(ground.scenario());
    if let (Ok(around), Some(own)) = (found, ground.own()) {
        let around = &around;
        Around {
            ground,
            around,
            own,
        }
        .weights(m);
    }
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
                ground.counted(climb.points),
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
        let told = (rank > 3)
            .then(|| words::crowded(name, zone, !zones.is_empty(), self.step(), language));
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
            self.ground.counted(slack.points),
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
            let needed = ground.in_column(climb.points);
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
            let gap = words::gap(
                off,
                ground.in_column(off),
                self.is_estimated(other.position),
            );
            let cells = vec![
                ground.name_at(other.position).to_owned(),
                other.rank.to_string(),
                about(ground.ranked(other.score), other.estimated),
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
        let are_moving = ground.scenario().rivals != Rivals::Frozen;
        let beside = if are_moving {
            Beside::Rivals
        } else {
            Beside::Rounding
        };
        let mut is_explained = false;
        let at = |row: Option<usize>| row.and_then(|row| ground.standings.of(row));
        let pairs = [
            (at(self.around.above()), Some(self.own), robustness.above),
            (Some(self.own), at(self.around.below()), robustness.below),
        ];
        for (first, second, share) in pairs {
            let (Some(first), Some(second)) = (first, second) else {
                continue;
            };
            let order = match share {
                _ if first.score == second.score => Order::Level,
                _ if is_no_sum(ground.framework(), &[&first.card, &second.card]) => Order::NoSum,
                None => Order::Outside(beside),
                Some(share) if share >= Exact::ONE => Order::Always,
                Some(share) => Order::UpTo(share, robustness.estimated),
            };
            is_explained |= matches!(order, Order::UpTo(..));
            let names = [first, second].map(|s| ground.name_at(s.position));
            m.leaf("p", "told", words::order(names, order, language));
        }
        if is_explained {
            m.leaf("p", "told", words::weights(language));
        }
        if are_moving {
            m.leaf("p", "told", words::without_rivals(language));
        }
        if is_explained && robustness.estimated {
            caution(m, words::estimated_shares(language));
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
                ground.in_column(zone.span_points),
            ];
            (cells, if is_own { Weight::Own } else { Weight::Plain })
        });
        let column = |vi, en| (ground.either(vi, en).to_owned(), Cells::Number);
        Table {
            caption: words::zone(self.step(), language),
            columns: vec![
                (ground.either("Hạng", "Ranks").to_owned(), Cells::Text),
                column("Số tỉnh", "Provinces"),
                column("Đầu hơn cuối, điểm", "First to last, points"),
            ],
            rows: rows.collect(),
        }
        .write_folded(m, "folded-zones", words::zones(zones.len(), language));
    }
}

#[cfg(test)]
mod tests {
    use super::neighbourhood;
    use super::words::{Beside, Order, order};
    use crate::page::Markup;
    use crate::page::analyses::ground::Ground;
    use crate::page::tests::Asker;
    use crate::page::text::fixed_points;
    use dti_engine::calculator::Calculator;
    use dti_engine::model::Exact;
    use dti_formats::link::{self, Language};

    fn calculator() -> &'static Calculator {
        Box::leak(Box::new(dti_formats::official().unwrap()))
    }

    fn shown(calculator: &'static Calculator, fragment: &str) -> String {
        let mut page = Asker::at(calculator, fragment);
        page.set("panel", "neighbourhood");
        let ground = Ground::of(calculator, &page.analysis_question(1000)).unwrap();
        let mut m = Markup::default();
        neighbourhood(&ground, &mut m);
        m.html()
    }

    #[test]
    fn the_finding_can_be_quoted() {
        let calculator = calculator();
        let html = shown(calculator, "#e=2022&u=thua-thien-hue");
        for sentence in [
            "<h3 id=\"analysis-finding\" class=\"finding\">Thừa Thiên Huế (hạng 4) cần thêm 4,9 điểm để bằng Quảng Ninh và \
             lên hạng 3; mất hơn 5,1 điểm thì tụt sau Cần Thơ, xuống hạng 5.</h3>",
            "Quảng Ninh vẫn đứng trên Thừa Thiên Huế khi thay tới khoảng 4,6% trọng số",
            "Thừa Thiên Huế vẫn đứng trên Cần Thơ khi thay tới khoảng 5,9% trọng số",
        ] {
            assert!(html.contains(sentence), "{sentence} {html}");
        }
        let html = shown(calculator, "#e=2022&u=da-nang&lang=en");
        assert!(html.contains("Da Nang is at rank 1; losing more than 83.9 points drops it"));
        assert!(!html.contains("Points needed to climb"));
        let html = shown(calculator, "#e=2022&u=bac-kan");
        assert!(html.contains("Bắc Kạn (hạng 63) cần thêm 12,8 điểm để bằng Gia Lai"));
        assert!(html.contains("không tỉnh nào đứng sau."));
        let html = shown(calculator, "#e=2022&u=thanh-hoa");
        assert!(html.contains("đang bằng điểm Yên Bái nên hễ thấp hơn là xuống hạng 16."));
        assert!(html.contains("Thanh Hóa và Yên Bái đang bằng điểm nên không có thứ tự"));
    }

    #[test]
    fn all_that_are_level_go_past_together() {
        // An Giang and Phú Yên share rank 59 of 2023.
        let calculator = calculator();
        let edition = calculator.edition("2023").unwrap();
        let standings = calculator
            .simulate(&link::read("e=2023").0.scenario)
            .unwrap();
        let above = standings
            .standings
            .iter()
            .rev()
            .find(|s| s.rank < 59)
            .unwrap();
        let unit = &edition.units()[above.position].id;
        let html = shown(calculator, &format!("#e=2023&u={unit}"));
        assert!(
            html.contains("tụt sau An Giang và Phú Yên, xuống hạng 60."),
            "{html}"
        );
    }

    #[test]
    fn crowds_are_told_to_those_who_stand_in_them() {
        let calculator = calculator();
        let standings = calculator
            .simulate(&link::read("e=2022").0.scenario)
            .unwrap();
        let edition = calculator.edition("2022").unwrap();
        for standing in &standings.standings {
            let unit = &edition.units()[standing.position];
            let scenario = link::read(&format!("e=2022&u={}", unit.id)).0.scenario;
            let around = calculator.neighbourhood(&scenario).unwrap();
            let html = shown(calculator, &format!("#e=2022&u={}", unit.id));
            let (rank, name) = (standing.rank, &unit.name.vi);
            let mut zones = around.crowd.iter();
            let zone = zones.find(|zone| zone.from <= rank && rank <= zone.to);
            let is_apart = html.contains(&format!("{name} không đứng ở chỗ rất sát nào"));
            assert_eq!(is_apart, zone.is_none() && rank > 3, "{name}");
            if let Some(zone) = zone.filter(|zone| zone.from < zone.to) {
                let told = format!(
                    "Từ hạng {} đến hạng {}, trong đó có {name}",
                    zone.from, zone.to
                );
                assert!(html.contains(&told), "{html}");
            }
        }
    }

    #[test]
    fn numbers_names_and_languages_hold_for_many() {
        let calculator = calculator();
        for fragment in [
            "e=2022&u=bac-giang",
            "e=2022&u=bac-giang&s=bac-giang.awareness:0.8",
            "e=2022&u=da-nang&r=gain:12.5",
            "e=2022&u=ca-mau&w=society:400,economy:0",
            "e=2023&u=phu-yen&r=gain:-5",
            "e=2024&u=bac-giang&s=da-nang.government:0.1",
            "e=2024-34&u=bac-ninh&r=trend",
            "e=2024-34&u=lai-chau",
        ] {
            let scenario = link::read(fragment).0.scenario;
            let around = calculator.neighbourhood(&scenario).unwrap();
            let edition = calculator.edition(&scenario.edition).unwrap();
            let vi = shown(calculator, &format!("#{fragment}"));
            for climb in &around.up {
                let needed = fixed_points(climb.points, Language::Vi);
                let name = &edition.units()[climb.position].name.vi;
                assert!(
                    vi.contains(&format!("{needed}</td><td>{name}</td>")),
                    "{vi}"
                );
            }
            assert!(vi.matches("<tr").count() > around.up.len() + 6);
            let moves = vi.contains("các tỉnh khác không có giả định riêng cũng");
            assert_eq!(moves, fragment.contains("r="));
            for word in [" the ", " and ", " rank", " points", " more"] {
                assert!(!vi.contains(word), "{word}: {vi}");
            }
            let en = shown(calculator, &format!("#{fragment}&lang=en"));
            let foreign = en.chars().find(|&c| !c.is_ascii() && !"–−≈→“”".contains(c));
            assert_eq!(foreign, None, "{en}");
        }
        // A what-if on an estimate marks the points.
        let html = shown(calculator, "#e=2022&u=bac-giang&s=bac-giang.awareness:0.8");
        assert!(html.contains("cần thêm ≈ ") && html.contains("dựa vào một chỉ số ước tính"));
    }

    #[test]
    fn the_ends_of_the_shares_are_told_as_they_are() {
        let told = |share, language| order(["A", "B"], Order::UpTo(share, false), language);
        let tiny = told(Exact::decimal(2, 4), Language::Vi);
        assert!(tiny.contains("thay chưa đến 0,1% trọng số"), "{tiny}");
        let huge = told(Exact::decimal(99_996, 5), Language::En);
        assert!(
            huge.contains("up to more than 99.9% of the weights"),
            "{huge}"
        );
        let always = order(["A", "B"], Order::Always, Language::Vi);
        assert_eq!(
            always,
            "A không kém B ở chỉ số nào, nên không bộ trọng số nào đưa được B lên trên."
        );
        let outside = order(["A", "B"], Order::Outside(Beside::Rivals), Language::Vi);
        assert!(outside.contains("(như mức thay đổi của các tỉnh khác)"));
    }
}
