// Prints the median of each figure of some Lighthouse reports. Figures that don't depend on the
// machine's speed are gates; times, and the performance score made of them, are only printed.
import { readFileSync } from "node:fs";

const [page, ...files] = process.argv.slice(2);
const reports = files.map((file) => JSON.parse(readFileSync(file, "utf8")));
const score = (name) => (report) => Math.round(report.categories[name].score * 100);
const value = (name) => (report) => report.audits[name].numericValue;

// name, how to read it, digits, target, and (for gates) the worst that passes
const figures = [
  ["performance", score("performance"), 0, ">= 95"],
  ["accessibility", score("accessibility"), 0, "100", (found) => found >= 100],
  ["best practices", score("best-practices"), 0, "100", (found) => found >= 95],
  ["SEO", score("seo"), 0, "100"],
  ["LCP (ms)", value("largest-contentful-paint"), 0, "<= 1800"],
  ["TBT (ms)", value("total-blocking-time"), 0, "<= 150"],
  ["CLS", value("cumulative-layout-shift"), 3, "<= 0.02", (found) => found <= 0.1],
];

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
let failed = 0;
console.log(`\nLighthouse, ${page}, mobile, median of ${reports.length}`);
for (const [name, read, digits, target, passes] of figures) {
  const found = median(reports.map(read));
  const bad = passes !== undefined && !passes(found);
  failed += bad ? 1 : 0;
  console.log(`  ${name.padEnd(16)} ${found.toFixed(digits).padStart(6)}   target ${target}${bad ? "   FAILS" : ""}`);
}

// What to mend: every audit of a gate that is not passed in the first report.
for (const category of ["accessibility", "best-practices", "seo"]) {
  for (const { id, weight } of reports[0]?.categories[category].auditRefs ?? []) {
    const audit = reports[0].audits[id];
    if (weight > 0 && audit.score !== null && audit.score < 1) console.log(`  ${category}: ${audit.title}`);
  }
}
process.exitCode = failed > 0 ? 1 : 0;
