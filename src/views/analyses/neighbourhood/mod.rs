//! The places around the unit: points to the next ones up, points to spare, who stands close, how far
//! the order depends on the weights.

use super::ground::{Ground, Standing, found, piece};
use super::parts::{Caution, Cells, Finding, Folded, Paragraph, Row, Simulated, Table, TableBox};
use crate::components::{flag, redrawn, text, when};
use crate::state::State;
use dti_engine::calculator::{self, Slack, is_no_sum};
use dti_engine::model::{Exact, Note, Rivals};
use dti_words::analyses::neighbourhood::{self as told, Fall, Order, Rise};
use dti_words::analyses::{about, counted, rivals_move};
use dti_words::{Words, note};
use leptos::prelude::*;

/// Units shown on either side.
const AROUND: usize = 5;

/// What there is to say of the places around.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Around {
    finding: String,
    told: String,
    climbs: Table,
    near: Table,
    orders: Orders,
    zones: Table,
    rivals: String,
    caution: String,
}

/// How far the order with the units right above and below depends on the weights.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Orders {
    told: Vec<String>,
    caution: String,
}

/// The panel.
#[component]
pub fn Neighbourhood(
    /// The state.
    state: State,
) -> impl IntoView {
    let found = found(state, around);
    let zones = piece(found, |around: &Around| around.zones.clone());
    let summary = move || {
        let many = zones.with(|zones| zones.rows.len());
        state.words.with(|words| words.around_zones(many))
    };
    let summary = text(summary);
    let has_zones = flag(move || zones.with(|zones| !zones.rows.is_empty()));
    view! {
        <Finding
            state
            sentence=piece(found, |around| around.finding.clone())
            told=piece(found, |around| around.told.clone())
        />
        <TableBox state name="climbs" table=piece(found, |around| around.climbs.clone()) />
        <TableBox state name="near" table=piece(found, |around| around.near.clone()) />
        <OrdersTold state orders=piece(found, |around| around.orders.clone()) />
        {when(
            has_zones,
            move || {
                view! {
                    <Folded id="folded-zones" summary>
                        <TableBox state name="zones" table=zones />
                    </Folded>
                }
                    .into_any()
            },
        )}
        <Paragraph sentence=piece(found, |around| around.rivals.clone()) />
        <Caution sentence=piece(found, |around| around.caution.clone()) />
        <Simulated state />
    }
    .into_any()
}

/// How far the order with the units right above and below depends on the weights, by itself.
#[component]
pub(super) fn Robustness(
    /// The state.
    state: State,
) -> impl IntoView {
    let found = found(state, |ground| {
        let around = ground.calculator.neighbourhood(&ground.scenario);
        around.map_or_else(
            |_| Orders::default(),
            |around| Places::of(ground, &around).orders(),
        )
    });
    view! { <OrdersTold state orders=piece(found, Clone::clone) /> }.into_any()
}

#[component]
fn OrdersTold(state: State, orders: Memo<Orders>) -> impl IntoView {
    let told = move || {
        let told = orders.with(|orders| orders.told.clone()).into_iter();
        let told = told.map(|sentence| view! { <p class="told">{sentence}</p> });
        told.collect_view().into_any()
    };
    let caution = text(move || orders.with(|orders| orders.caution.clone()));
    view! {
        <h4>{state.words.with_untracked(Words::order_heading)}</h4>
        {redrawn(told)}
        <Caution sentence=caution />
    }
    .into_any()
}

/// All there is to say.
fn around(ground: &Ground) -> Around {
    match ground.calculator.neighbourhood(&ground.scenario) {
        Ok(around) => Places::of(ground, &around).around(),
        Err(error) => Around {
            finding: ground.in_words(&error),
            ..Around::default()
        },
    }
}

/// The unit among the others.
struct Places<'a> {
    ground: &'a Ground,
    around: &'a calculator::Neighbourhood,
    standings: Vec<Standing>,
}

impl<'a> Places<'a> {
    fn of(ground: &'a Ground, around: &'a calculator::Neighbourhood) -> Self {
        Self {
            ground,
            around,
            standings: ground.standings(),
        }
    }

    fn at(&self, row: usize) -> Option<&Standing> {
        self.standings.iter().find(|own| own.position == row)
    }

    fn own(&self) -> Option<&Standing> {
        self.at(self.ground.position())
    }

    fn around(&self) -> Around {
        let ground = self.ground;
        let words = &ground.words;
        let caution = ground
            .is_estimated()
            .then(|| note(Note::DependsOnEstimates, words));
        Around {
            finding: self.finding(),
            told: self.told(),
            climbs: self.climbs(),
            near: self.near(),
            orders: self.orders(),
            zones: self.zones(),
            rivals: rivals_move(ground.scenario.rivals, words).unwrap_or_default(),
            caution: caution.unwrap_or_default(),
        }
    }

    /// Whether what lies between the unit and another one rests on estimates.
    fn is_estimated(&self, row: usize) -> bool {
        let is_guess = |standing: Option<&Standing>| standing.is_some_and(|own| own.is_estimated);
        is_guess(self.own()) || is_guess(self.at(row))
    }

    /// A gain that is looked at for crowds: a thousandth of the total.
    fn step(&self) -> Exact {
        self.ground.points(Exact::decimal(1, 3))
    }

    fn finding(&self) -> String {
        let ground = self.ground;
        let rise = self.around.up.first().map(|climb| Rise {
            points: about(
                ground.counted(climb.points),
                self.is_estimated(climb.position),
            ),
            name: ground.name_at(climb.position).to_owned(),
            rank: climb.rank,
        });
        let fall = self.around.down.map(|slack| self.fall(slack));
        let (name, rank) = (ground.own_name(), self.around.rank);
        told::finding(name, rank, rise.as_ref(), fall.as_ref(), &ground.words)
    }

    /// What the points are, and whether it is crowded there.
    fn told(&self) -> String {
        let (words, rank) = (&self.ground.words, self.around.rank);
        let zones = &self.around.crowd;
        let zone = zones.iter().find(|z| z.from <= rank && rank <= z.to);
        let enough = (!self.around.up.is_empty()).then(|| words.around_enough().to_owned());
        // With fewer than three ahead there is nothing to say.
        let crowded = (rank > 3).then(|| {
            let name = self.ground.own_name();
            told::crowded(name, zone, !zones.is_empty(), self.step(), words)
        });
        let told: Vec<String> = [enough, crowded].into_iter().flatten().collect();
        told.join(" ")
    }

    /// All that are level with the first to pass go past together.
    fn fall(&self, slack: Slack) -> Fall {
        let score = self.at(slack.position).map(|next| next.score);
        let others = self.standings.iter();
        let others = others.filter(|other| other.position != self.ground.position());
        let ahead: Vec<&Standing> = others.filter(|other| Some(other.score) >= score).collect();
        let level = ahead.iter().filter(|other| Some(other.score) == score);
        let rows: Vec<usize> = level.map(|other| other.position).collect();
        let points = about(
            self.ground.counted(slack.points),
            self.is_estimated(slack.position),
        );
        Fall {
            points: (slack.points > Exact::ZERO).then_some(points),
            names: self.ground.named(&rows),
            rank: u32::try_from(ahead.len() + 1).unwrap_or(u32::MAX),
        }
    }

    /// What it takes to climb 1, 2, 3, 5 and 10 places.
    fn climbs(&self) -> Table {
        let (ground, words) = (self.ground, &self.ground.words);
        let rows = self.around.up.iter().map(|climb| {
            let needed = ground.in_column(climb.points);
            Row::plain(vec![
                words.around_places(climb.places),
                about(needed, self.is_estimated(climb.position)),
                ground.name_at(climb.position).to_owned(),
                climb.rank.to_string(),
            ])
        });
        Table {
            caption: words.around_climbs().to_owned(),
            columns: vec![
                (words.around_climb().to_owned(), Cells::Text),
                (words.around_needs().to_owned(), Cells::Number),
                (words.around_level_with().to_owned(), Cells::Text),
                (words.around_rank_then().to_owned(), Cells::Number),
            ],
            rows: rows.collect(),
        }
    }

    /// The units just above and just below, with their distance in points.
    fn near(&self) -> Table {
        let (ground, words) = (self.ground, &self.ground.words);
        let own = self.own().copied();
        let place = self.standings.iter();
        let place = place
            .take_while(|other| other.position != ground.position())
            .count();
        let near = self.standings.iter().take(place + AROUND + 1);
        let rows = near.skip(place.saturating_sub(AROUND)).map(|other| {
            let is_own = other.position == ground.position();
            let off = own.map_or(Exact::ZERO, |own| ground.points(other.score - own.score));
            let sign = if off > Exact::ZERO { "+" } else { "" };
            let gap = about(
                format!("{sign}{}", ground.in_column(off)),
                self.is_estimated(other.position),
            );
            let cells = vec![
                ground.name_at(other.position).to_owned(),
                other.rank.to_string(),
                about(ground.ranked(other.score), other.is_estimated),
                if is_own { String::new() } else { gap },
            ];
            Row { cells, is_own }
        });
        Table {
            caption: words.around_near(),
            columns: vec![
                (words.column_name(), Cells::Text),
                (words.column_rank().to_owned(), Cells::Number),
                (words.column_score().to_owned(), Cells::Number),
                (words.around_against(ground.own_name()), Cells::Number),
            ],
            rows: rows.collect(),
        }
    }

    /// How the order with the units right above and below depends on the weights.
    fn orders(&self) -> Orders {
        let (ground, words) = (self.ground, &self.ground.words);
        let robustness = &self.around.robustness;
        let own = self.own();
        let at = |row: Option<usize>| row.and_then(|row| self.at(row));
        let pairs = [
            (at(self.around.above()), own, robustness.above),
            (own, at(self.around.below()), robustness.below),
        ];
        let mut orders = Orders::default();
        let mut is_explained = false;
        for (first, second, share) in pairs {
            let (Some(first), Some(second)) = (first, second) else {
                continue;
            };
            let order = self.order(first, second, share);
            is_explained |= matches!(order, Order::UpTo { .. });
            let names = [first, second].map(|own| ground.name_at(own.position));
            orders.told.push(told::order(names, order, words));
        }
        if is_explained {
            orders.told.push(words.order_hint().to_owned());
        }
        if ground.scenario.rivals != Rivals::Frozen {
            orders.told.push(words.order_without_rivals());
        }
        if is_explained && robustness.estimated {
            orders.caution = words.order_estimated();
        }
        orders
    }

    fn order(&self, first: &Standing, second: &Standing, share: Option<Exact>) -> Order {
        match share {
            _ if first.score == second.score => Order::Level,
            Some(share) if share >= Exact::ONE => Order::Always,
            Some(share) => Order::UpTo {
                share,
                is_estimated: self.around.robustness.estimated,
            },
            None if self.is_no_sum([first, second]) => Order::NoSum,
            None => Order::Outside {
                are_rivals_moving: self.ground.scenario.rivals != Rivals::Frozen,
            },
        }
    }

    /// Whether weights tell nothing of the order of these two.
    fn is_no_sum(&self, both: [&Standing; 2]) -> bool {
        let simulated = self.ground.calculator.simulate(&self.ground.scenario);
        simulated.is_ok_and(|all| {
            let cards = both.map(|own| all.of(own.position).map(|own| &own.card));
            let cards: Vec<_> = cards.into_iter().flatten().collect();
            is_no_sum(self.ground.framework(), &cards)
        })
    }

    /// All crowded stretches of the table.
    fn zones(&self) -> Table {
        let (ground, words, rank) = (self.ground, &self.ground.words, self.around.rank);
        let rows = self.around.crowd.iter().map(|zone| Row {
            cells: vec![
                told::ranks(zone),
                zone.units.to_string(),
                ground.in_column(zone.span_points),
            ],
            is_own: zone.from <= rank && rank <= zone.to,
        });
        Table {
            caption: words.around_zone(counted(self.step(), words)),
            columns: vec![
                (words.around_zone_ranks().to_owned(), Cells::Text),
                (words.around_zone_units(), Cells::Number),
                (words.around_zone_span().to_owned(), Cells::Number),
            ],
            rows: rows.collect(),
        }
    }
}

#[cfg(test)]
mod tests;
