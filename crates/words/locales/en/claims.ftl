## Checking a claim

claims-heading = Check a claim
claims-hint =
    Type or paste a sentence as newspapers write it and hold it against the figures: places gained, rank reached,
    thanks to which indicator. Without a year it is about the edition on screen.
claims-field = The claim
claims-check = Check
claims-examples = Try
claims-assumed = The sentence names no { $unit }, so it is taken to be about { $name }.
claims-unread = Not understood: “{ $words }”. That part was not checked.
claims-partly = { $answer }, as far as it was understood
claims-across = The two editions follow different frameworks: ranks can be compared, scores measure different things.
claims-table = The claim part by part
claims-part = Part
claims-said = Claim
claims-found = Figures
claims-answer = Answer
claim-true = True
claim-false = False
claim-open = The figures cannot tell
claim-rank = Rank, { $edition }
claim-score = Score, { $edition }
claim-rank-move = Change of rank
claim-score-move = Change of score
claim-thanks-to = Thanks to
claim-rose = rose
claim-fell = fell
claim-stayed = stayed
claim-places =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
claim-value = score { $score }
claim-without = had it stayed the same: { $place }
claim-nothing-said = The sentence says nothing of a rank or a score.
claim-not-on-file = A rank or a score that it needs is not on file.
claim-other-units = The two editions rank different { $units }, or there is none before.
claim-other-framework = The indicator is measured under two different frameworks.
claim-not-separate = The indicator is not published by itself in both editions.
claim-quote = “{ $claim }”: { $answer } { $name }: { $figures-told }.
