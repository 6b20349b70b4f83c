# Function words that the event room reads a sentence by. Classes named here are known to the engine.

lexicon preposition particle
  in | on | at | of | to | from | with | by | for | into | onto | about | against | between | among | over | under | through | towards | toward | via | within | without | across | near | outside | inside | beyond | despite | amid | amidst | alongside | including | like | per | behind | upon | around | off
lexicon relative particle
  who | which | whom | whose | where | that
lexicon complementizer particle
  that | whether | how | why
lexicon clause_link particle
  while | when | as | but | because | although | though | whereas | then | so | until | unless | if | since | once | nor
# No verb follows these: what looks like one is a noun or a participle.
lexicon before_noun particle
  the | a | an | its | their | his | her | our | this | that | these | those | 's | first | second | of | for | no | new | any | most | least | so-called | without | despite | amid | own | every
lexicon after particle
  after | following | since | in the wake of | in the aftermath of
lexicon before particle
  before | ahead of | prior to | on the eve of
lexicon occasion particle
  during | on the sidelines of | on the fringes of | on the margins of | at the margins of | at the end of | at the close of | at the opening of | at the start of | at | in the course of | in the margins of | as part of
# A day from the event behind it: "on the eve of the summit".
lexicon day_before particle
  on the eve of | the eve of
lexicon day_after particle
  the morning after
lexicon agent particle
  by
# It means the place that was named last.
lexicon there particle
  there
# And the place that the text is sent from.
lexicon here particle
  here
# Before a number they say about how many.
lexicon so_many particle
  about | around | over | under
# How many: who is counted is meant.
lexicon quantity
  dozens | hundreds | thousands | scores | millions | crowds | group | groups | band | gang | mob | crowd | handful | number | majority | coalition | tens of thousands | hundreds of thousands | members | relatives | representatives
# Who does so says it where that is: "speaking in Edinburgh, she said".
lexicon takes_the_floor
  speaking | addressing
# No group in particular.
lexicon anybody
  people | voters | citizens | electors
# What the place of an event stands behind.
lexicon place_word particle
  in | at | near | outside | inside
# And the place of who speaks.
lexicon speech_place particle
  from
# Who hears a statement for the public: no side of it.
lexicon press
  reporters | journalists | correspondents | the press | the media
# Behind a comma it goes on with the main verb: "met to sign, with the envoy looking on".
lexicon company particle
  with
lexicon adverb particle
  not only | not just | not merely | not simply | not solely | no sooner | also | all | again | then | now | today | yesterday | later | formally | officially | publicly | jointly | finally | first | recently | already | once | just | still | only | even | unanimously | briefly | early | together | soon | too | there | here | abruptly | reportedly | yet | at least | at most | up to | as many as | no fewer than | no less than
lexicon auxiliary particle
  be | is | are | was | were | been | being | has | have | had | having | will | would | shall | should | can | could | may | might | must | do | does | did | 's
lexicon be particle
  be | is | are | was | were | been | being
lexicon have particle
  has | have | had | having
lexicon pluperfect particle
  had
lexicon conjunction particle
  and | or
lexicon pronoun_he particle
  he | him | his
lexicon pronoun_she particle
  she | her
lexicon pronoun_it particle
  it | its
lexicon pronoun_they particle
  they | them | their

# People and weapons that act for whose they are: "Israeli warplanes bombed Beirut" is Israel's act.
lexicon acting_noun noun
  force | troop | soldier | warplane | jet | fighter jet | plane | aircraft | ship | warship | missile | rocket | drone | bomber | gunman | fighter
  militant | rebel | insurgent | guerrilla | separatist | official | diplomat | negotiator | delegate | lawmaker | deputy | leader | minister | envoy
  inspector | peacekeeper | commando | artillery | marine | ranger | paratrooper | commander | police | militia | militiaman | minister | member | member state | member states | representative | board | executive board | executive boards

# "The politician", "the island": behind "the" at a verb they go on with the person (1) or country (2) told of before, "the two leaders" with
# two people (3), two countries (4) or either (5).
lexicon anaphor
  1  man | woman | politician | economist | lawyer | billionaire | businessman | businesswoman | tycoon | laureate | veteran | statesman | monarch | ruler | incumbent
     activist | dissident | cleric | strongman | autocrat | conservative | liberal | socialist | centrist | populist | septuagenarian | octogenarian | reformist
     sociologist | academic | historian | engineer | physician | surgeon | banker | novelist | writer | author | comedian | actor | priest | pontiff
     technocrat | leftist | libertarian | democrat | republican | nationalist | communist | islamist | philosopher | physicist
     sexagenarian | nonagenarian | hardliner | moderate | maverick | firebrand | ex-president | ex-general | ex-minister | guerrilla leader | warlord
     secularist | progressive | royal | sovereign | despot | dictator | tyrant | entrepreneur | trade unionist | unionist
  2  island | city-state | half-island | archipelago | sultanate | emirate | monarchy | superpower | newcomer
  3  leaders | men | presidents | premiers | women | ministers
  4  countries | nations | neighbours | neighbors | governments | states | powers | allies
  5  two | sides | pair | duo | rivals | foes | parties

# Factuality. Each class has its own scope, see event/factuality.cpp.
lexicon negation particle
  not | never | no | neither | nor | didnt | doesnt | wont | isnt | wasnt | werent | hasnt | havent | hadnt | cannot | cant | wouldnt | couldnt | dont | yet to | has yet to | have yet to | nobody | none | unable to | without
lexicon negated_noun particle
  without | no | lack of | absence of | failure of | denial of | refusal of | instead of | rejection of
lexicon refusal verb
  refuse | deny | reject | fail | cancel | postpone | dismiss | decline | scrap | oppose | block | prevent | rule out | call off | put off | drop | shelve | reverse | rescind | abandon
# What they may do has not been.
lexicon held
  take | happen | be | go | begin | resume | start | follow | come | restart | proceed | continue | reopen
# Who denies says that it was not.
# "Announced that the vote would be held": what was planned then.
lexicon announces verb
  say | announce | confirm | declare | tell | state | report | reveal | decide | agree | add | rule
# Their object hears it: "told a conference last week".
lexicon speaks verb
  speak | testify | talk | appear
lexicon tells_whom verb
  tell | address | brief | inform
lexicon denial verb
  deny | refute | dispute
lexicon claim
  reports | report | claims | claim | allegations | allegation | accusations | accusation | suggestions | rumours | rumors
# What is called off does not take place; what is refused may be about what did.
lexicon calls_off verb
  cancel | postpone | scrap | call off | put off | drop | shelve | prevent | block | rule out
lexicon future particle
  will | shall | wont | ll
lexicon planned particle
  is due to | are due to | was due to | due to | set to | is set to | are set to | scheduled to | scheduled for | expected to | is expected to | are expected to | planned for | planned | upcoming | slated to | next | is to | are to | was to be | were to be | was due to | were due to | was set to | were set to | was scheduled to | were scheduled to | forthcoming | will | shall | ahead of | due
lexicon planning verb
  plan | intend | promise | pledge | vow | prepare | agree | decide
lexicon counterfactual particle
  should have | would have | could have | was to have | were to have | had been due to | had been scheduled to
lexicon hypothetical particle
  if | unless | unlikely | must | has to | have to | needs to | need to | ought to | imagine | suppose | supposing | may | might | could | would | should | possible | possibly | potential | perhaps | fear of | fears of | fear | threat of | prospect of | risk of | likelihood of | proposal to | in case | whether | can
lexicon wishing verb
  seek | aim | want | threaten | call for | urge | demand | propose | hope | wish | fear | warn | consider | try | attempt | suggest | recommend | ask | press for | push for | aspire | support
lexicon habitual particle
  regularly | often | usually | routinely | annually | every year | each year | yearly | every month | every week | every may | twice a year | once a year | always | repeatedly | every five years | every few months | every few weeks | every few years | every two years | every four years | every six months | every three months | every other year | monthly | weekly
  each spring | each summer | each autumn | each winter | each month | each week | each day | each morning | each evening | each time | every time | whenever | traditionally | on mondays | on tuesdays | on wednesdays | on thursdays | on fridays | on saturdays | on sundays | at weekends
  every january | every february | every march | every april | every june | every july | every august | every september | every october | every november | every december
  every monday | every tuesday | every wednesday | every thursday | every friday | every saturday | every sunday | every spring | every summer | every autumn | every winter | every morning | every evening | every day | every night
lexicon opinion particle
  believe | believes | analysts say | is seen as | are seen as

# A dot after these does not end a sentence.
lexicon abbreviation particle
  Mr | Mrs | Ms | Dr | Gen | Col | Lt | Sgt | Sen | Rep | Gov | Prof | St | Jr | Sr | vs | Maj | Capt | Adm | Hon | Pres | Inc | Ltd | Co | Corp | Rev | Brig | Cmdr | Jan | Feb | Mar | Apr | Jun | Jul | Aug | Sep | Sept | Oct | Nov | Dec | Mt | Ft | Messrs | No

# What stands before a date and changes what it says of the event.
lexicon time_since particle
  since
lexicon time_until particle
  until | till | through | up to
lexicon time_before particle
  before | by | ahead of | prior to
lexicon time_between particle
  between
lexicon time_range particle
  to | until | till | through
# A gathering named by one of these is another one than the gathering of the passage.
lexicon other_one particle
  previous | next | last | another | other | first | second | third | earlier | later | upcoming | extraordinary | former
# Ends of a gathering: "opened on Tuesday", "at the close of the summit".
lexicon gathering_opens verb
  open | begin | start | convene | kick off
lexicon gathering_opens word
  opening | first day
lexicon gathering_closes verb
  close | end | conclude | wrap up | finish
lexicon gathering_closes word
  close | closing | end | conclusion | last day | final day | final declaration | final communique | final statement
# What an event noun is the subject of: "the admission of Russia came in 1997".
lexicon happening verb
  come | happen | occur | follow | take place | ensue | begin | start | end | unfold
# "Bulgaria and Romania followed in 2007": they did what was told before, where a date stands right behind.
lexicon follow_when verb
  follow
# Somebody did likewise: "Ecuador followed suit", "its neighbour did so nine days later".
lexicon follow_suit
  followed suit | follows suit | follow suit | did so | did the same | did likewise | does the same
# What is said where something takes place: "said in her speech".
lexicon speech
  speech | address | speeches
# Two who were named before: "the two countries signed", "both sides agreed".
lexicon two_countries
  two countries | both countries | two neighbours | both neighbours | two governments | both governments | neighbours
lexicon two_people
  two leaders | both leaders | two presidents | both presidents | two ministers | both ministers
lexicon two_sides
  two sides | both sides | sides | two parties | both parties | parties | warring parties | warring sides | rivals
# Who belongs to an organisation, as a state: "the SCO groups China, Russia and Iran".
lexicon has_members
  groups | comprises | includes | consists of | is made up of | is composed of | brings together | counts among its members
lexicon among_others
  also | others | currently
lexicon no_member
  observer | observers | partner | partners | candidate | candidates | applicant | applicants | guests | guest
# And who does not: "SCO members India and Pakistan, as well as the presidents of Turkey and Iran", "with Mongolia as an observer".
lexicon members
  members | member states | member countries
lexicon outside_member
  observer | observers | guest | guests | dialogue partner | dialogue partners | applicant | applicants | candidate country | candidate countries | candidate state | candidate states
lexicon named_after particle
  states | state | countries | country | nations | member | members | like | including | include | are | an | a | the | of
lexicon besides particle
  as well as | in addition to | along with | alongside | besides | together with
lexicon in_the_role_of particle
  as | is | are | remains | remain | is still | are still
lexicon no_longer particle
  was | were | been | former | formerly | previously | from | no longer
# What words are given in: "warned in a paper of November 2022".
# What they bring about is of their day: "forced him to resign", "voted on Monday to ratify".
lexicon brings_about verb
  force | compel | oblige | pressure | push | vote | choose | opt | move
lexicon message_given
  issued | released | published | broadcast | dated | sent | delivered | handed down | posted | aired | made | given | carried | circulated | televised | obtained | read out
lexicon message
  resolution | statement | joint statement | joint communique | letter | remarks | comments | verdict | interview | paper | report | speech | message | decree | ruling | note | memorandum | article | broadcast | communique | lecture | video | telegram | circular | post | essay
