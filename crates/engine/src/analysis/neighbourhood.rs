//! The places around a unit: points up, points to spare, pair robustness, crowded stretches
//! (method 6 and 8).

use super::{holder, is_no_sum, place_among};
use crate::model::{Exact, Framework, Maxima, Origin, Scorecard, Standings, Ties};

/// Places up that are looked at.
const CLIMBS: [u32; 5] = [1, 2, 3, 5, 10];
/// A gain of one point in a thousand, as a score.
const STEP: (i64, u32) = (1, 3);
/// From how many others such a gain must pass for a unit to stand in a crowd.
const CROWD: usize = 3;

/// Points needed to climb so many places.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Climb {
    /// Places up that were asked for.
    pub places: u32,
    /// Row of the unit to draw level with: that at the wanted rank among the others.
    pub position: usize,
    /// Points of the scenario's total, enough without leaning on rounding.
    pub points: Exact,
    /// The rank that the unit would have: better than asked for where others share it.
    pub rank: u32,
}

/// Points that may be lost before the rank falls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slack {
    /// Row of the best other unit that is not ahead: the first to pass.
    pub position: usize,
    /// Points of the scenario's total; zero where that unit is level.
    pub points: Exact,
}

/// How far the weights may move before two neighbours could change places (Foster, McGillivray and
/// Seth): the order holds for every mix of the weights with any others of a share up to this.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Robustness {
    /// Of the unit to draw level with for one place up over this one, `0..=1`; `None` at the top, or
    /// where the indicators alone do not put it strictly ahead.
    pub above: Option<Exact>,
    /// Of this unit over the first to pass it, likewise; a level unit is the first.
    pub below: Option<Exact>,
    /// Whether a unit of a compared pair has an estimated indicator.
    pub estimated: bool,
}

/// A stretch of the standings where little moves much.
///
/// A unit is crowded when a gain of one point in a thousand (a score of .001), alone, would take it
/// level with or past at least three units that are ahead of it. A zone is a longest run of crowded
/// units that follow each other in the standings; the units passed may stand above it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Zone {
    /// Rank of its first unit.
    pub from: u32,
    /// Rank of its last unit.
    pub to: u32,
    /// How many units it has, one or more.
    pub units: usize,
    /// Points of the scenario's total between the first and the last.
    pub span_points: Exact,
}

/// The places around one unit under a scenario.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Neighbourhood {
    /// Its rank.
    pub rank: u32,
    /// Its score as it is ranked.
    pub score: Exact,
    /// 1, 2, 3, 5 and 10 places up, where they exist.
    pub up: Vec<Climb>,
    /// `None` where every other unit is ahead.
    pub down: Option<Slack>,
    /// Against other weights.
    pub robustness: Robustness,
    /// Crowded stretches of the whole standings, best first.
    pub crowd: Vec<Zone>,
}

/// The places around the unit in this row; `None` where there is no such row.
pub fn neighbourhood(
    framework: &Framework,
    maxima: &Maxima,
    standings: &Standings,
    position: usize,
) -> Option<Neighbourhood> {
    let own = standings.of(position)?;
    let (rank, score, total) = (own.rank, own.score, maxima.total());
    let up = climbs(standings, position, total, framework.header().ties);
    let down = slack(standings, position, total);
    let pairs = Pairs {
        framework,
        maxima,
        own: &own.card,
        above: next_up(&up).and_then(|climb| Some(&standings.of(climb.position)?.card)),
        below: down.and_then(|slack| Some(&standings.of(slack.position)?.card)),
    };
    Some(Neighbourhood {
        rank,
        score,
        robustness: pairs.robustness(),
        up,
        down,
        crowd: crowd(standings, total),
    })
}

/// The climb by one place, which every unit but the first has.
fn next_up(up: &[Climb]) -> Option<&Climb> {
    up.iter().find(|climb| climb.places == 1)
}

impl Neighbourhood {
    /// Row of the unit to draw level with for one place up: never one that is level already.
    pub fn above(&self) -> Option<usize> {
        next_up(&self.up).map(|climb| climb.position)
    }

    /// Row of the first unit to pass.
    pub fn below(&self) -> Option<usize> {
        self.down.map(|slack| slack.position)
    }
}

fn climbs(standings: &Standings, position: usize, total: Exact, ties: Ties) -> Vec<Climb> {
    let mut climbs = Vec::new();
    let Some(own) = standings.of(position) else {
        return climbs;
    };
    let others = || {
        standings
            .standings
            .iter()
            .filter(|s| s.position != position)
    };
    let scores: Vec<Exact> = others().map(|s| s.score).collect();
    for places in CLIMBS {
        // Rank k is reached level with the k-th of the others: all but k - 1 of them are passed.
        let Some(wanted) = own.rank.checked_sub(places) else {
            continue;
        };
        let Some(goal) = holder(others(), wanted, ties) else {
            continue;
        };
        climbs.push(Climb {
            places,
            position: goal.position,
            points: (goal.score - own.score).max(Exact::ZERO) * total,
            rank: place_among(goal.score, &scores, ties),
        });
    }
    climbs
}

fn slack(standings: &Standings, position: usize, total: Exact) -> Option<Slack> {
    let own = standings.of(position)?;
    let mut others = standings
        .standings
        .iter()
        .filter(|s| s.position != position);
    let next = others.find(|s| s.score <= own.score)?;
    Some(Slack {
        position: next.position,
        points: (own.score - next.score) * total,
    })
}

/// A unit between the two that its climb by one place and its fall name.
struct Pairs<'a> {
    framework: &'a Framework,
    maxima: &'a Maxima,
    own: &'a Scorecard,
    above: Option<&'a Scorecard>,
    below: Option<&'a Scorecard>,
}

impl Pairs<'_> {
    fn robustness(&self) -> Robustness {
        let order = |ahead, behind| pair_robustness(self.framework, self.maxima, ahead, behind);
        let is_guess = |card: &Scorecard| {
            let mut mains = self.framework.mains();
            mains.any(|node| card.origin(node).is_some_and(Origin::is_guess))
        };
        let mut others = self.above.into_iter().chain(self.below).peekable();
        let is_own_guess = others.peek().is_some() && is_guess(self.own);
        Robustness {
            above: self.above.and_then(|above| order(above, self.own)),
            below: self.below.and_then(|below| order(self.own, below)),
            estimated: is_own_guess || others.any(is_guess),
        }
    }
}

/// A / (A + B): A is the lead recomputed from the indicators, unrounded, B the largest lead of the
/// other unit on one indicator that counts. `None` where there is no lead, or the total is no sum.
fn pair_robustness(
    framework: &Framework,
    maxima: &Maxima,
    ahead: &Scorecard,
    behind: &Scorecard,
) -> Option<Exact> {
    // The formula is one of weighted sums.
    if is_no_sum(framework, &[ahead, behind]) {
        return None;
    }
    let mut leads = (Exact::ZERO, Exact::ZERO);
    for node in framework.mains() {
        let (lead, max_points) = (ahead.score(node) - behind.score(node), maxima.of_node(node));
        if max_points > Exact::ZERO {
            leads = (leads.0 + lead * max_points, leads.1.max(-lead));
        }
    }
    let lead = leads.0.div_or(maxima.total(), Exact::ZERO);
    (lead > Exact::ZERO).then(|| lead.div_or(lead + leads.1, Exact::ZERO))
}

fn crowd(standings: &Standings, total: Exact) -> Vec<Zone> {
    let step = Exact::decimal(STEP.0, STEP.1);
    let mut zones: Vec<Zone> = Vec::new();
    let mut first_score = None;
    // Best first, so both ends of those that are passed move downwards with the unit.
    let all = &standings.standings;
    let (mut out_of_reach, mut ahead) = (0, 0);
    for own in all {
        let reached = own.score + step;
        let below = |from: usize, is_above: &dyn Fn(Exact) -> bool| {
            let rest = all.iter().skip(from);
            from + rest.take_while(|other| is_above(other.score)).count()
        };
        out_of_reach = below(out_of_reach, &|other| other > reached);
        ahead = below(ahead, &|other| other > own.score);
        if ahead - out_of_reach < CROWD {
            first_score = None;
            continue;
        }
        match (first_score, zones.last_mut()) {
            (Some(first), Some(zone)) => {
                zone.to = own.rank;
                zone.units += 1;
                zone.span_points = (first - own.score) * total;
            }
            _ => {
                first_score = Some(own.score);
                zones.push(Zone {
                    from: own.rank,
                    to: own.rank,
                    units: 1,
                    span_points: Exact::ZERO,
                });
            }
        }
    }
    zones
}

#[cfg(test)]
mod tests {
    use super::{Zone, climbs, crowd, slack};
    use crate::analysis::{Rounding, rank};
    use crate::model::{Exact, Framework, FrameworkHeader, Scorecard, Standing, Standings, Ties};

    /// Standings of these scores in ten-thousandths, best first.
    fn standings(units: &[i64]) -> Standings {
        let framework = Framework::try_new(FrameworkHeader::default(), vec![], vec![]).unwrap();
        let scores: Vec<Exact> = units
            .iter()
            .map(|&units| Exact::decimal(units, 4))
            .collect();
        let ranks = rank(&scores, Rounding::Unrounded);
        let standing = |(position, (&score, rank)): (usize, (&Exact, u32))| Standing {
            position,
            score,
            unrounded: score,
            rank,
            baseline_score: score,
            baseline_rank: rank,
            pillars: Vec::new(),
            card: Scorecard::empty(&framework),
            estimated: false,
            moved_as_rival: false,
        };
        let standings = scores.iter().zip(ranks).enumerate().map(standing);
        Standings::new(String::new(), standings.collect())
    }

    #[test]
    fn a_climb_past_units_that_are_level_passes_them_all() {
        let standings = standings(&[9000, 8000, 8000, 7000]);
        let climbs: Vec<_> = climbs(&standings, 3, Exact::whole(1000), Ties::Competition)
            .iter()
            .map(|climb| (climb.places, climb.position, climb.points, climb.rank))
            .collect();
        let [near, far] = [100, 200].map(Exact::whole);
        // Rank 3 is not to be had: level with one of the two is level with both.
        assert_eq!(climbs, [(1, 2, near, 2), (2, 1, near, 2), (3, 0, far, 1)]);
    }

    #[test]
    fn a_unit_that_is_level_leaves_nothing_to_lose() {
        let standings = standings(&[9000, 8000, 8000, 7000]);
        let total = Exact::whole(1000);
        let slack = |position| slack(&standings, position, total);
        assert_eq!(
            slack(1).map(|s| (s.position, s.points)),
            Some((2, Exact::ZERO))
        );
        assert_eq!(
            slack(2).map(|s| (s.position, s.points)),
            Some((1, Exact::ZERO))
        );
        assert_eq!(slack(0).map(|s| s.points), Some(Exact::whole(100)));
        assert_eq!(slack(3), None);
        assert!(climbs(&standings, 0, total, Ties::Competition).is_empty());
    }

    #[test]
    fn a_crowd_is_where_a_thousandth_passes_three() {
        let standings = standings(&[9000, 8009, 8008, 8005, 8000, 7999, 7000]);
        let zone = Zone {
            from: 5,
            to: 6,
            units: 2,
            span_points: Exact::decimal(1, 1),
        };
        assert_eq!(crowd(&standings, Exact::whole(1000)), [zone]);
    }
}
