# Makes iData.csv and iMeta.csv, an index of the size and shape of COINr's ASEM example (51 units, 49
# indicators in 8 pillars in 2 sub-indices) with made-up figures, and works out from the definitions what
# COINr's build_example_coin() would give: denominate, impute by group mean, treat outliers, min-max to
# 0..100, arithmetic means. Base R only. Rscript made.R in this folder writes all four files anew (R 4.2).
set.seed(51)
n <- 51
sizes <- c(8, 5, 3, 6, 8, 6, 8, 5)
pillars <- c("Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin")
k <- sum(sizes)
codes <- sprintf("i%02d", 1:k)
pillar <- rep(pillars, sizes)
group <- ifelse(1:n <= 30, "Europe", "Asia")
denoms <- data.frame(Area = round(exp(rnorm(n, 11, 2))), Energy = round(exp(rnorm(n, 3, 1.2)), 2),
                     GDP = round(exp(rnorm(n, 5, 1.5)), 4), Population = round(exp(rnorm(n, 9, 1.7)), 1))

# Every fourth indicator is far from normal; of some only one value may be winsorised.
one <- function(i) {
  spread <- if (i %% 4 == 0) 1.5 else 0.3
  sign <- if (i %% 8 == 0) -1 else 1
  sign * signif(exp(rnorm(n, (i %% 7) - 2, spread)), 7)
}
raw <- sapply(1:k, one)
raw[cbind(sample(n, 90, TRUE), sample(k, 90, TRUE))] <- NA
raw <- setNames(as.data.frame(raw), codes)
direction <- ifelse(1:k %% 5 == 0, -1, 1)
denominator <- rep(NA, k)
denominator[c(2, 11, 22, 30)] <- c("Population", "GDP", "Energy", "Area")

# By definition.
stopifnot(!any(sapply(raw, function(x) all(is.na(x)))))
x <- raw
for (i in which(!is.na(denominator))) x[[i]] <- x[[i]] / denoms[[denominator[i]]]
x[] <- lapply(x, function(v) {
  for (g in unique(group)) v[is.na(v) & group == g] <- mean(v[group == g], na.rm = TRUE)
  v
})
central <- function(v, p) mean((v - mean(v))^p)
g1 <- function(v) central(v, 3) / central(v, 2)^1.5 * sqrt(n * (n - 1)) / (n - 2)
g2 <- function(v) (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (central(v, 4) / central(v, 2)^2 - 3) + 6)
passes <- function(v) abs(g1(v)) < 2 || g2(v) < 3.5
way <- rep("none", k)
most <- ifelse(1:k %% 12 == 0, 1, 5)
for (i in 1:k) {
  v <- x[[i]]
  if (passes(v)) next
  up <- down <- integer(0)
  while (!passes(v) && length(up) + length(down) < most[i]) {
    if (g1(v) >= 0) {
      up <- which(v == max(v))
      v[up] <- max(v[-up])
    } else {
      down <- which(v == min(v))
      v[down] <- min(v[-down])
    }
  }
  way[i] <- if (passes(v)) "winsorised" else "logarithm"
  if (!passes(v)) {
    v <- x[[i]]
    v <- log(v - min(v) + 0.01 * (max(v) - min(v)))
  }
  x[[i]] <- v
}
for (i in 1:k) {
  v <- x[[i]] * direction[i]
  x[[i]] <- 100 * (v - min(v)) / (max(v) - min(v))
}
weight <- rep(c(1, 2, 1), length.out = k)
scores <- sapply(pillars, function(p) {
  own <- which(pillar == p)
  as.matrix(x[own]) %*% weight[own] / sum(weight[own])
})
sub <- cbind(Conn = rowMeans(scores[, 1:5]), Sust = rowMeans(scores[, 6:8]))
index <- rowMeans(sub)

# Files. 15 digits are what a reader of the published totals could have.
units <- sprintf("U%02d", 1:n)
out <- function(table, file) write.csv(table, file, row.names = FALSE, quote = FALSE)
out(data.frame(uCode = units, Half = ifelse(1:n %% 2 == 0, "even", "odd"), EurAsia = group, denoms, raw,
               check.names = FALSE), "iData.csv")
aggregates <- c(pillars, "Conn", "Sust", "Index")
others <- c("Half", "EurAsia", names(denoms))
none <- function(count) rep(NA, count)
out(data.frame(Level = c(rep(1, k), rep(2, 8), 3, 3, 4, none(6)),
               iCode = c(codes, aggregates, others),
               Parent = c(pillar, rep("Conn", 5), rep("Sust", 3), "Index", "Index", NA, none(6)),
               Direction = c(direction, rep(1, 11), none(6)), Weight = c(weight, rep(1, 11), none(6)),
               Type = c(rep("Indicator", k), rep("Aggregate", 11), rep("Group", 2), rep("Denominator", 4)),
               Denominator = c(denominator, none(17)), Impute = c(rep("i_mean_grp", k), none(17)),
               use_group = c(rep("EurAsia", k), none(17)), Winsorise = c(most, none(17))), "iMeta.csv")
out(data.frame(uCode = units, Index = sprintf("%.15g", index), Rank = rank(-index, ties.method = "min")),
    "totals.csv")
out(data.frame(iCode = codes, Way = way, Gaps = colSums(is.na(raw))), "treated.csv")
print(table(way))
