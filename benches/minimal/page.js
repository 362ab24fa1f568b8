// The least that a skilled person would write by hand for the same picture: eight sliders, and 63 rows with
// rank, move, name, score and bar. Only what an edit changes is touched. `cargo xtask audit bench` compares the
// shipped page with it; figures.json comes from the same editions.
import { Incremental } from "../plain.js";

const CHOSEN = "bac-giang";

const figures = await (await fetch("figures.json")).json();
const board = new Incremental(figures);
const { mains, points, whole } = board;
const first = { ranks: Uint32Array.from(board.ranks), keys: Int32Array.from(board.keys) };
const shown = Uint32Array.from(board.ranks);
const own = figures.unitIds.indexOf(CHOSEN);

const decimal = (number, digits) => number.toFixed(digits).replace(".", ",");
const total = (unit) => decimal(board.keys[unit] / 10_000, 4);
const share = (unit, main) => `${(100 * points[main] * board.scores[unit * mains + main]) / whole}%`;

/** An element with a class and a text inside of another. */
function add(parent, tag, className, text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  const own = element.appendChild(document.createTextNode(text));
  parent.append(element);
  return { element, text: own };
}

const body = document.querySelector(".ladder tbody");
const rows = figures.unitIds.map((id, unit) => {
  const row = document.createElement("tr");
  row.className = unit === own ? "row chosen" : "row";
  const rank = add(row, "td", "rank", String(board.ranks[unit])).text;
  const move = add(row, "td", "places").text;
  add(row, "th", "name", figures.names[unit]);
  const score = add(row, "td", "score", total(unit)).text;
  const bar = add(add(row, "td").element, "span", "bar").element;
  const parts = Array.from({ length: mains }, (_, main) => {
    const part = add(bar, "i").element;
    part.style.width = share(unit, main);
    return part;
  });
  return { row, rank, move, score, parts };
});
body.append(...Array.from(board.order, (unit) => rows[unit].row));

document.getElementById("unit").textContent = figures.names[own];
const [heroRank, heroScore] = [".hero-rank strong", ".hero-score strong"].map((place) =>
  document.querySelector(place).appendChild(document.createTextNode("")),
);

/** Ranks that are others now, each with its move. */
function showRanks() {
  for (let unit = 0; unit < shown.length; unit += 1) {
    const rank = board.ranks[unit];
    if (rank === shown[unit]) continue;
    shown[unit] = rank;
    const places = first.ranks[unit] - rank;
    rows[unit].rank.data = String(rank);
    rows[unit].move.data = places > 0 ? `▲${places}` : places < 0 ? `▼${-places}` : "";
  }
}

/** The one row that an edit moves. */
function place() {
  const { row } = rows[own];
  const next = board.order[board.places[own] + 1];
  const before = next === undefined ? null : rows[next].row;
  if (row.nextSibling !== before) body.insertBefore(row, before);
}

function showVerdict() {
  heroRank.data = `${board.ranks[own]}`;
  heroScore.data = total(own);
}

const card = document.querySelector(".scorecard");
figures.mainIds.forEach((id, main) => {
  const label = add(card, "label", "indicator").element;
  add(label, "span", "", id);
  const slider = add(label, "input").element;
  Object.assign(slider, { type: "range", id: `slider-${id}`, min: 0, max: 1, step: 0.001 });
  slider.value = board.scores[own * mains + main];
  const value = add(label, "output", "", decimal(Number(slider.value), 3)).text;
  slider.addEventListener("input", () => {
    const score = Number(slider.value);
    board.set(own, main, score);
    value.data = decimal(score, 3);
    rows[own].parts[main].style.width = share(own, main);
    rows[own].score.data = total(own);
    showRanks();
    place();
    showVerdict();
  });
});
showVerdict();
document.documentElement.dataset.boot = "ready";
