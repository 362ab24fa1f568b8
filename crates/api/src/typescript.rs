//! TypeScript types of the API, shipped beside the module.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A text in Vietnamese and English. */
export interface Text { vi: string; en: string }
/** Where a number comes from. */
export type Origin = "published" | "derived" | "estimated" | "imputed" | "treated" | "entered" | "missing";
/** `error.code` of every error that the calculator throws. */
export type ErrorCode =
  | "unknown_edition" | "unknown_unit" | "unknown_indicator"
  | "out_of_range" | "unavailable" | "bad_input";

export interface Edition {
  id: string;
  year: number;
  framework: string;
  /** Number of units ranked that year. */
  units: number;
  simulatable: boolean;
  title: Text;
}

export interface Indicator {
  id: string;
  parent: string | null;
  maxPoints: number;
  scored: boolean;
  name: Text;
  /** Of a component or criterion; null above them. */
  rule: Rule | null;
}

export type RuleType =
  | "points" | "yes_no" | "levels" | "steps" | "ratio" | "capped_ratio" | "threshold_jump"
  | "banded_ratio" | "all_or_nothing" | "survey" | "relative" | "count_capped" | "count_share"
  | "per_period_sum" | "parts" | "per_capita" | "unscored";

/** How a component turns what was counted into points. */
export interface Rule {
  type: RuleType;
  /** Figures that are given by name. */
  inputs?: { id: string; name: Text }[];
  /** What can be chosen or ticked; `share` of the max points. */
  choices?: { id: string; name: Text; share: number }[];
  /** Where points change their course, rising. */
  thresholds?: number[];
  /** Ids of what its points add up from. */
  parts?: string[];
}

/**
 * What a rule takes: done or not; a number or a share 0..1; the id of a choice; ids of what is ticked,
 * or of a choice per period; figures by input; points; values by part.
 */
export type RawValue =
  | boolean | number | string | string[]
  | { [inputOrPart: string]: RawValue };

export interface PointsQuestion {
  edition: string;
  /** A component or criterion. */
  indicator: string;
  value: RawValue;
}
export interface RulePoints {
  /** Unrounded. */
  points: number;
  maxPoints: number;
}

export interface Pillar { id: string; name: Text; members: string[] }

export interface Framework {
  id: string;
  total: number;
  /** How far off an estimate of this edition is (root mean square, in score). */
  estimateError: number | null;
  /** Every node but the root, parents first. */
  indicators: Indicator[];
  pillars: Pillar[];
}

export interface Unit { id: string; name: Text; gsoCode: string; region: Text | null }

interface OverrideNode {
  unit: string;
  /** A group, main indicator or component. */
  indicator: string;
  /** "what_if" (default): it became this. "known": it was this. */
  kind?: "what_if" | "known";
}
export type Override =
  | (OverrideNode & { /** 0..1, at most 4 decimals */ score: number })
  | (OverrideNode & { /** of the scenario's maximum, at most 2 decimals */ points: number })
  | (OverrideNode & { /** as the rule of a component takes it */ value: RawValue });

export type Rivals =
  | { mode: "frozen" }
  | { mode: "trend" }
  | { mode: "gain"; /** of the scenario's total */ points: number };

export interface Scenario {
  edition: string;
  /** The unit asked about: never a rival. */
  unit?: string;
  overrides?: Override[];
  /** Changed max points of main indicators: whole numbers. */
  maxPoints?: Record<string, number>;
  rivals?: Rivals;
}

export interface Merger {
  edition: string;
  weights?: "equal" | "population-2024";
  overrides?: Override[];
}

export interface IndicatorResult {
  score: number;
  points: number;
  maxPoints: number;
  origin: Origin;
}

export interface UnitResult {
  unit: string;
  score: number;
  rank: number;
  baselineScore: number;
  baselineRank: number;
  pillars: Record<string, { score: number; rank: number }>;
  /** Main indicators. */
  indicators: Record<string, IndicatorResult>;
}

export interface Standings {
  edition: string;
  /** Whether a result depends on an estimate that was changed. */
  estimated: boolean;
  notes: string[];
  /** In rank order, ties by unit id. */
  units: UnitResult[];
}
"#;
