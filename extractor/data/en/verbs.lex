# Verbs that stand for no event of their own, so that a sentence shows its clauses; with principal parts (base, past,
# past participle, alternatives with a slash) where they are irregular and the built-in table lacks them. Verbs whose
# third person looks like a plural noun (needs, plans, works) are left out.
achieve
airdrop airdropped airdropped
allow
appear
apply
arise
arrive
attend
avoid
awake
bear
become
begin
believe
belong
bind
breed
bring
build
bury
buy
carry
choose
cling
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
creep
deepen
depend
describe
discuss
do
dwell
eat
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
feel
find
flee
fling
fly
follow
forbid
foresee
foreswear foreswore foresworn
foretell foretold foretold
forget
forgive
forgo
forsake forsook forsaken
forswear forswore forsworn
freeze
gather
get
give
go
greenlight greenlit/greenlighted greenlit/greenlighted
greet
grind
grow
hang
happen
have
hear
hide
hold
improve
include
involve
keep
kneel
know
lay
learn
leave
lend
let
lie
lose
maintain
make
mean
mislead
misspeak misspoke misspoken
occur
operate
outfight outfought outfought
overcome
overfly overflew overflown
overhear overheard overheard
override overrode overridden
overrun
oversee
overtake
overthrow
partake
pay
plead pleaded/pled pleaded/pled
prepare
protect
prove
provide
put
raise
reach
readmit readmitted readmitted
rebroadcast rebroadcast rebroadcast
rebuild
redo
reduce
refreeze refroze refrozen
regard
remain
remake remade remade
repay
replace
represent
require
rerun reran rerun
resell resold resold
retell retold retold
rethink
rewrite
rid
say
see
seek
seem
sell
send
serve
shine
shrink
shut
sing
sink
sit
slay
sneak sneaked/snuck sneaked/snuck
spend
spill
stand
stick
strengthen
strive
succeed
suffer
survive
swear
sweep
take
teach
tell
think
throw
unban unbanned unbanned
undergo
undermine
understand
undertake
undo
unfreeze unfroze unfrozen
unwind unwound unwound
uphold
wait
weaken
wear
weep
win
withhold
withstand
worsen
write
