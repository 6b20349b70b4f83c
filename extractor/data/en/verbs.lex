# Verbs that stand for no event of their own, so that a sentence shows its clauses; with principal parts (base, past,
# past participle, alternatives with a slash) where they are irregular and the built-in table lacks them. Verbs whose
# third person looks like a plural noun (needs, plans, works) are left out.
foretell foretold foretold
foreswear foreswore foresworn
forsake forsook forsaken
forswear forswore forsworn
misspeak misspoke misspoken
outfight outfought outfought
overfly overflew overflown
overhear overheard overheard
override overrode overridden
plead pleaded/pled pleaded/pled
rebroadcast rebroadcast rebroadcast
refreeze refroze refrozen
remake remade remade
rerun reran rerun
resell resold resold
retell retold retold
sneak sneaked/snuck sneaked/snuck
unfreeze unfroze unfrozen
unwind unwound unwound
achieve
allow
appear
apply
arrive
attend
avoid
bear
become
begin
believe
belong
bring
build
bury
carry
choose
come
comprise
connect
consider
consist
contain
continue
contribute
convey
create
deepen
depend
describe
discuss
emerge
enjoy
ensure
enter
escape
exist
expand
expect
extend
fail
find
flee
follow
gather
get
give
go
greet
grow
happen
have
hold
improve
include
involve
keep
know
learn
leave
let
lie
lose
maintain
make
mean
occur
operate
pay
prepare
protect
prove
provide
put
raise
reach
reduce
regard
remain
replace
represent
require
see
seem
sell
send
serve
shrink
sit
spend
stand
strengthen
succeed
suffer
survive
take
think
undermine
understand
wait
weaken
win
worsen
write
