# Words of time in English. Case does not matter here; patterns ask for a capital where it decides.

# 1-12 Gregorian, 101-112 Hijri, 201-212 Solar Hijri.
lexicon month
  1    January | Jan
  2    February | Feb
  3    March | Mar
  4    April | Apr
  5    May
  6    June | Jun
  7    July | Jul
  8    August | Aug
  9    September | Sept | Sep
  10   October | Oct
  11   November | Nov
  12   December | Dec
lexicon month_short
  1    Jan
  2    Feb
  3    Mar
  4    Apr
  6    Jun
  7    Jul
  8    Aug
  9    Sept | Sep
  10   Oct
  11   Nov
  12   Dec
# Months that are nothing else, even alone.
lexicon month_sure
  1    January
  2    February | Feb
  4    April
  6    June
  7    July
  8    August | Aug
  9    September | Sept
  10   October | Oct
  11   November | Nov
  12   December
lexicon month_lunar
  101  Muharram
  102  Safar
  103  Rabi al-Awwal | Rabi I | Rabi al-awal | Rabi ul-Awwal
  104  Rabi al-Thani | Rabi II | Rabi al-Akhir
  105  Jumada al-Awwal | Jumada I | Jumada al-Ula
  106  Jumada al-Thani | Jumada II | Jumada al-Akhirah
  107  Rajab
  108  Shaban | Sha'ban
  109  Ramadan
  110  Shawwal
  111  Dhu al-Qadah | Dhul Qadah | Dhu al-Qi'dah
  112  Dhu al-Hijjah | Dhul Hijjah | Dhu al-Hijja | Dhul-Hijja
  201  Farvardin
  202  Ordibehesht
  203  Khordad
  204  Tir
  205  Mordad
  206  Shahrivar
  207  Mehr
  208  Aban
  209  Azar
  210  Dey
  211  Bahman
  212  Esfand

lexicon weekday
  1  Monday | Mondays
  2  Tuesday | Tuesdays
  3  Wednesday | Wednesdays
  4  Thursday | Thursdays
  5  Friday | Fridays
  6  Saturday | Saturdays
  7  Sunday | Sundays
lexicon weekday_short
  1  Mon
  2  Tue | Tues
  3  Wed | Weds
  4  Thu | Thur | Thurs
  5  Fri
  6  Sat
  7  Sun
lexicon weekdays
  1  Mondays
  2  Tuesdays
  3  Wednesdays
  4  Thursdays
  5  Fridays
  6  Saturdays
  7  Sundays

lexicon season
  1  spring | springtime
  2  summer | summertime
  3  autumn | fall
  4  winter | wintertime
lexicon season_sure
  1  spring
  2  summer
  3  autumn
  4  winter

lexicon part
  1  morning | mornings | dawn | daybreak | sunrise
  2  midday | noon | lunchtime
  3  afternoon | afternoons
  4  evening | evenings | dusk | sunset | nightfall | sundown
  5  night | nights | nighttime
lexicon deictic
  0   today
  -1  yesterday
  1   tomorrow
  -2  the day before yesterday | day before yesterday
  2   the day after tomorrow | day after tomorrow

# 1 second 2 minute 3 hour 4 day 5 week 6 month 7 year 8 decade 9 century 10 quarter 11 weekend 14 night 15 millennium
lexicon unit
  1   second | sec
  2   minute | min
  3   hour | hr
  4   day
  5   week
  6   month
  7   year | yr
  8   decade
  9   century
  10  quarter | qtr
  11  weekend
  14  night
  15  millennium
lexicon unit_plural
  1   seconds | secs
  2   minutes | mins
  3   hours | hrs
  4   days
  5   weeks
  6   months
  7   years
  8   decades
  9   centuries
  10  quarters
  11  weekends
  14  nights
  15  millennia
# 1 last 2 this 3 next 4 the one before 5 the one after 6 that same 9 latest
lexicon ref
  1  last | past
  2  this | current | the current | this current
  3  next | coming | upcoming | the coming | the upcoming | this coming
lexicon ref_told
  4  previous | preceding | prior
  5  following | next | ensuing | subsequent
  6  same | very same
# 1 start 2 middle 3 end
lexicon fuzzy
  1  early | beginning of | start of | the beginning of | the start of | earlier in | early in | the early part of | the early days of | the opening of | the outset of | beginning | earlier
  2  mid | middle of | the middle of | midway through | mid-way through | halfway through | the midst of
  3  late | end of | the end of | later in | late in | the latter part of | the close of | the tail end of | the final days of | the last days of | the dying days of
lexicon fuzzy_word
  1  early
  2  mid | middle
  3  late
# 4 about 5 more than 6 less than 7 at least
lexicon about
  4  about | around | approximately | nearly | almost | roughly | some | an estimated | close to | circa | ca | c | just about | just under
  5  more than | over | well over | just over | upwards of
  6  less than | fewer than
  7  at least | no less than | a minimum of
lexicon about_year
  4  about | around | circa | ca | c | roughly | approximately
lexicon several
  a few | few | several | many | some | a number of | a couple of
lexicon couple
  2  a couple of | a couple | couple of
lexicon decade_word
  20  twenties
  30  thirties
  40  forties
  50  fifties
  60  sixties
  70  seventies
  80  eighties
  90  nineties
lexicon decade_suffix
  s

# month * 100 + day; Hijri from 10000; 25000 + month * 100 + weekday * 10 + nth; 30100 + days from Easter
lexicon holiday
  101    New Year's Day | New Years Day | new year's
  1231   New Year's Eve | New Years Eve
  1225   Christmas | Christmas Day | xmas | xmas day
  1224   Christmas Eve
  1226   Boxing Day
  214    Valentine's Day | Valentines Day | valentine day
  317    St Patrick's Day | St. Patrick's Day | Saint Patrick's Day
  501    May Day | Labour Day
  704    Independence Day | fourth of July | the fourth of July | 4th of July
  714    Bastille Day
  1031   Halloween
  1111   Veterans Day | Armistice Day | Remembrance Day
  308    International Women's Day
  10101  Islamic New Year | Hijri New Year | Amun Jadid
  10110  Ashura | day of Ashura | the day of Ashura
  10312  Mawlid | the Prophet's birthday
  11001  Eid al-Fitr | Eid ul-Fitr | Id al-Fitr | Id ul-Fitr
  11209  Day of Arafah
  11210  Eid al-Adha | Eid ul-Adha | Id al-Adha | Id ul-Adha | Feast of Sacrifice | sacrifice feast | Bakr Id | Bakrid
  25013  MLK Day | Martin Luther King Day
  26144  Thanksgiving | Thanksgiving Day | thanksgiving day
  25911  Labor Day
  25522  Mother's Day | mothers day
  25673  Father's Day | fathers day
  30100  Easter | Easter Sunday
  30101  Easter Monday
  30098  Good Friday
  30093  Palm Sunday
  30097  Maundy Thursday
  30054  Ash Wednesday
  30139  Ascension Day
  30149  Pentecost | Whit Sunday
  221    Nowruz

lexicon meridiem
  1  am
  2  pm
lexicon count_noun
  people | troops | soldiers | dollars | miles | km | kilometres | kilometers | workers | members | votes | residents | houses | homes | feet | metres | meters | tons | tonnes | jobs | pounds | delegates | participants | prisoners | deaths | victims | employees | men | women | children | students | euros | words | pages | seats | points | hectares | acres | euro | calories | watts | rupees | yen | strong | odd | square | cubic | plus | refugees | migrants | fighters | rebels | police | officers | cases | patients | units | copies | cars | aircraft | tanks | rounds | rockets | missiles | drones | shares | guests | fans | spectators
lexicon owner
  the | its | their | his | her | a | an | our | 's | that | this | since | before | after
lexicon era_hijri
  AH | A.H. | Hijri
lexicon era_before
  BC | B.C. | BCE | B.C.E.
lexicon era_gregorian
  AD | A.D. | CE | C.E. | a.d.

lexicon tense_be particle
  be | been | being | is | are
lexicon tense_since particle
  since
# A day that is still to come, where no verb says otherwise.
lexicon tense_ahead particle
  before | ahead of | in the run-up to
lexicon tense_until particle
  until | till | by
lexicon tense_noun particle
  talks | attacks | strikes | reports | protests | clashes | reforms | plans | visits | votes | results | remarks | comments | claims | demands | calls | threats | measures | moves | forces | fires | charges
  raids | raises | works | rules | orders | offers | needs | costs | trades | shares | seats | aims | hopes | fears | ties | loans | aids | tests | shows | states | records | leads
  matches | meetings | marches | rallies | polls | deals | bans | cuts | checks | bids | rates | prices | sales | stocks | exports | imports | funds | signs | goals | points | races | games
  books | films | doubts | benefits | increases | decreases | delays | drops | gains | losses | notes | ports | posts | questions | ranks | searches | shots | shops | sites | steps | stores | storms
  trains | transfers | uses | values | views | wounds | waters | names | hands | heads | houses | lands | lines | parts | places | rounds | sides | stages | terms | times | towns | troops
  units | weeks | taxes | tariffs | bonds | guards | agents | ambassadors | interests | judges | guests | hosts | leaders | minutes | crowds | crimes | contracts | controls | campaigns | borders | bombs | blames
  brands | budgets | camps | cards | centres | changes | chairs | cities | conflicts | debates | debts | details | draws | drives | duties | effects | efforts | exits | exchanges | experiences | experts | figures
  flights | floods | focuses | forests | forms | grants | groups | harvests | homes | humans | impacts | inquiries | issues | jobs | killings | lakes | laws | letters | limits | lists | locks | looks
  loads | masses | members | messages | mines | mistakes | moods | murders | nets | objects | offices | parks | patients | people | phones | photos | pictures | pieces | pilots | plants | pools | powers
  practices | presents | pressures | prisons | problems | projects | promises | proposals | purchases | ranges | releases | requests | rewards | rights | risks | rivals | roads | rockets | roots | routes | sanctions | schools
  scores | seasons | senses | services | ships | smokes | sounds | sources | spots | stands | stones | streets | studies | subjects | supplies | supports | surges | systems | tables | tanks | targets | tasks
  teams | tents | tools | tops | tours | towers | tracks | traffics | trials | tribes | trips | troubles | trucks | trusts | types | vessels | victims | voices | voters | walls | wars | watches
  waves | weapons | winds | wishes | words | workers | worries | yields | zones
  documents | files | papers | appeals | cases | sentences | schemes | pledges | probes | surveys | warrants | complaints | trails | tapes | clips | drones | shells | bets
lexicon tense_function particle
  the | a | an | of | in | on | at | by | for | from | with | to | and | or | his | her | its | their | our | my | your | these | those | some | many | several | two | three | four | more | new | recent
lexicon tense_future particle
  may | might | could | can | will | shall | ll | wont | scheduled | due | expected | slated | plans | planned | upcoming | intends | must | has to | have to | needs to | need to
lexicon tense_has particle
  has | have
lexicon tense_to particle
  to
lexicon tense_is particle
  is | are
lexicon tense_were particle
  was | were
# "called a session for Thursday", "set the vote for 7 May": a day that is fixed is to come.
lexicon tense_for particle
  for
# A future seen from the past: the nearest day on either side.
# What is put off or drawn out has its new day ahead.
lexicon tense_moves verb
  postpone | delay | extend | push back | put off | move | reschedule | defer | adjourn | bring forward | prolong | shift
lexicon tense_moves noun
  postponement | extension | adjournment
lexicon tense_target particle
  to | until | till | through
# "flew in for a summit on Wednesday": what one goes to is ahead.
lexicon tense_goes verb
  fly | travel | arrive | land | leave | head | depart | come | go | gather
lexicon tense_purpose particle
  for | attend
# "postponed from June": the day that is no more.
lexicon tense_source particle
  from
lexicon tense_near particle
  would
lexicon tense_past particle
  was | were | had | did | said | told | announced | has | have | met | took | came | went | won | lost | began | became | held | made | gave | left | fell | rose | saw | wrote | spoke | killed | struck | fled | led | sent | broke | brought | agreed | approved | signed | arrived | voted | added
lexicon tense_present particle
  is | are | ends | begins | starts | opens | meets | expires | takes | arrives | leaves | holds | travels | closes | lasts | remains | continues | comes | goes | resumes | sets | flies | heads | departs | convenes | kicks | runs | stretches | extends | carries
# Plain forms count as a present behind a plural: "Voters choose on Tuesday".
lexicon tense_base particle
  plan | intend | expect | hope | vote | meet | begin | start | open | end | choose | elect | leave | return | hold | host | visit | travel | go | take | resume | face | play | gather | sign | decide
# What they tell is an aside: "where troops had stormed the palace on 26 June".
lexicon tense_relative particle
  who | which | whom | whose | where
# What is told with it is over with its paragraph.
lexicon tense_flashback particle
  had
lexicon tense_determiner particle
  the | a | an | its | their | his | her | our | this | 's
lexicon tense_boundary particle
  which | who | but | while | that | because | although | when | after | before | and
# What stands behind it is of the time told before.
lexicon tense_when particle
  when
lexicon tense_past particle
  flew | drove | rode | sold | taught | caught | fought | sought | thought | kept | slept | swept | built | spent | lent | bent | dealt | felt | meant | heard | stood | understood | sat | ran | swam | sang | rang | sank | drank
  shrank | grew | knew | threw | blew | drew | withdrew | overthrew | chose | froze | woke | wore | tore | swore | bore | hid | bit | lit | slid | strode | shook | forgot | got | shot | paid | laid | ate | gave up | forgave
  forbade | hung | swung | stuck | found | bound | fed | bled | bred | wept | crept | dug | clung | flung | spun | leapt | learnt | burnt | overcame | undertook | partook | withstood | upheld | foresaw | oversaw | rebuilt | resold | retook
# "The move comes a month after the vote of 7 November": what it comes after has been.
lexicon tense_coming particle
  comes | come | coming | came
lexicon tense_behind particle
  after | following | since
# Held by appointment: its day without a year is the nearest one, whatever the clause tells.
lexicon tense_scheduled particle
  election | elections | vote | ballot | referendum | poll | polls | summit | conference | meeting | session | hearing | runoff | deadline | talks | forum
# Called by its day it has been: "the May 18 accord", "Friday's blast".
lexicon tense_happened particle
  attack | attacks | bombing | bombings | blast | blasts | explosion | explosions | shooting | massacre | raid | raids | ambush | assault | assassination | killing | killings | murder | coup | uprising | revolution | riot | riots | clashes | violence | crackdown | invasion | offensive
  earthquake | quake | tremor | flood | floods | storm | crash | fire | disaster | accident | accord | accords | agreement | deal | pact | treaty | ceasefire | truce | armistice | verdict | ruling | judgment | judgement | decision | resolution | announcement | statement | decree | arrest | resignation | defeat | victory | protest | protests | demonstration | march | rally | strike | strikes | incident
lexicon tense_of particle
  of
