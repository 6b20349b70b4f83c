# Words that name people, offices and public bodies, and tell how names are built. The numbers are those of
# gazetteer/offices.tsv.

lexicon office
  1   president | head of state
  2   vice president | vice-president
  3   prime minister | premier | pm | head of government | taoiseach
  4   deputy prime minister | deputy pm
  5   foreign minister | minister of foreign affairs | minister for foreign affairs | foreign secretary | external affairs minister
  6   defence minister | defense minister | minister of defence | minister of defense | defence secretary | defense secretary | secretary of defense
  7   interior minister | minister of the interior | home secretary | home minister
  8   finance minister | minister of finance | treasury secretary | chancellor of the exchequer
  9   minister | energy minister | trade minister | justice minister | health minister | minister of state | oil minister | economy minister | environment minister | information minister | culture minister | education minister | transport minister | agriculture minister | labour minister | labor minister | tourism minister | water minister | planning minister | communications minister | immigration minister | housing minister | sports minister | industry minister | commerce minister | mining minister | security minister | european affairs minister | social affairs minister | religious affairs minister
  10  king
  11  queen
  12  emir
  13  sultan
  14  crown prince
  15  pope
  16  chancellor
  17  speaker | parliament speaker | house speaker | speaker of parliament | speaker of the house
  18  secretary general | secretary-general | un chief | nato chief
  19  chairman | chairwoman | chairperson | electoral commission chief | election commission chief | electoral commission chairman | electoral commission chairwoman | commission chief
  20  high commissioner | high representative | commissioner | foreign policy chief
  21  ambassador
  22  envoy | special envoy | special representative | emissary | chief negotiator | negotiator
  23  spokesman | spokeswoman | spokesperson
  24  army chief | chief of staff | military chief | chief of the army | chief of the general staff | chief of the defence staff | navy chief | air force chief | defence chief | defense chief | armed forces chief
  25  governor | deputy governor | state governor | provincial governor | regional governor
  26  supreme leader
  27  deputy foreign minister
  28  national security adviser | national security advisor
  29  secretary of state
  30  party leader
  31  director general | director-general | managing director | director
  32  chief executive | ceo
  33  commander | rebel commander | commander-in-chief
  34  leader | junta leader | opposition leader | strongman | military leader | military ruler | ruler
  35  official | diplomat
  36  judge | prosecutor | chief justice
  37  prince | princess
  38  senator | mp | lawmaker | congressman | congresswoman | representative
  39  presidential candidate | candidate for president | presidential nominee
  40  general | gen | lt gen | lieutenant general | colonel | admiral | maj gen | major general | lieutenant colonel | lt col | brigadier | brigadier general | brig gen
      vice admiral | rear admiral | commodore | air commodore | field marshal | air marshal | air chief marshal | air vice marshal
  41  mayor | lord mayor | deputy mayor
  42  police chief | chief of police | police commissioner | intelligence chief | spy chief | security chief | inspector general of police | police inspector general | prisons chief
  43  attorney general | attorney-general | prosecutor general | prosecutor-general | chief prosecutor | public prosecutor | state prosecutor | solicitor general
  44  bishop | archbishop | cardinal | patriarch | mufti
  45  central bank governor | governor of the central bank | central bank chief | reserve bank governor | central bank president
lexicon office_pl
  1   presidents | heads of state | heads of state and government
  3   prime ministers | premiers
  5   foreign ministers | foreign secretaries | ministers of foreign affairs
  6   defence ministers | defense ministers
  7   interior ministers
  8   finance ministers
  9   ministers | governments
  21  ambassadors
  22  envoys | negotiators
  24  army chiefs | military chiefs | chiefs of staff | defence chiefs | defense chiefs | chiefs of defence
  34  leaders
  35  officials | diplomats | delegates | delegations
lexicon office_former
  former | ex | late | ousted | deposed | outgoing | then
lexicon office_adjective
  new | newly elected | elect | acting | interim | senior | current | incoming | deputy | transitional | special | chief | top
lexicon counterpart
  counterpart | counterparts
# Bodies of several countries, each of which is told of: "the Indian and Pakistani armies".
lexicon body_pl
  102  parliaments | legislatures | national assemblies
  103  armies | militaries
  104  foreign ministries
  105  defence ministries | defense ministries
  106  interior ministries
  107  ministries
  110  courts
  112  central banks
  115  delegations
  116  senates
  118  cabinets
  121  navies
lexicon body
  101  government | administration | presidential office | executive branch
  102  parliament | national assembly | legislature | house of representatives
  103  army | military | armed forces
  104  foreign ministry | ministry of foreign affairs | foreign office
  105  defence ministry | defense ministry | ministry of defence | ministry of defense
  106  interior ministry | ministry of the interior
  107  ministry | unification ministry | finance ministry | health ministry | justice ministry | education ministry | energy ministry | economy ministry | trade ministry
       commerce ministry | information ministry | culture ministry | agriculture ministry | environment ministry | transport ministry | labour ministry
       tourism ministry | oil ministry | religious affairs ministry | ministry of health | ministry of finance | ministry of justice | ministry of education
       ministry of energy | ministry of commerce | ministry of trade | ministry of culture | ministry of information
  109  police | security forces
  110  court | prosecutors | high court | appeals court | court of appeal | district court | federal court | criminal court
  111  electoral commission | election commission | electoral authority
  112  central bank | national bank
  114  opposition | opposition parties | opposition groups | opposition politicians | opposition figures
  115  delegation
  116  senate
  117  lower house
  118  cabinet
  119  forces | troops | government forces | government troops | government soldiers | regime forces | regime troops | federal forces | federal troops | loyalist forces | loyalist troops | army troops | pro-government forces
  120  authorities
  121  navy
  122  constitutional court | constitutional tribunal | constitutional council
  123  supreme court
  124  separatists
  125  rebels | insurgents
  126  junta | military council | military regime | ruling junta
  127  air force
# One of a kind: without an article, too, behind these or at the head of a clause.
lexicon bare_body
  parliament | cabinet | congress
lexicon before_bare particle
  and | but | or | that | when | after | before | while | as | because | since | if | until | unless | once | by | where | whether | although | though | so | what | which
lexicon org_head
  1  organisation | organization
  2  bloc | group | grouping | community
  3  alliance | coalition | treaty organisation | treaty organization
  4  union
  5  league | association
  6  council
  7  agency
  8  court | tribunal
  9  commission | committee
  10  movement | front
  11  party
  12  fund | bank
lexicon name_particle
  van | von | de | der | den | bin | ibn | al | el | ben | abu | da | di | du | la | le | dos | del | zu | ter | y
lexicon person_title
  mr | mrs | ms | dr | sir | sheikh | lord | dame | lady | ayatollah | prof | gen | maj | col | lt | capt | sgt | brig | adm | cmdr | rep | sen | gov | rev
lexicon group_member
  members | member states | states | countries | nations
lexicon capital
  capital | capital city
# A later way to name a country: the one mentioned last; with "his" the one of the person mentioned last.
lexicon country_word
  0  country | nation
  1  kingdom | sultanate
# What is called after a place: the Paris agreement, the Minsk talks.
lexicon named_by_place
  agreement | agreements | accord | accords | treaty | protocol | declaration | summit | conference | talks | process | forum | communique | talk | deal
# Actors without a name, by the numbers of offices.tsv: bodies behind "the" (151-199), groups of people (from 201).
lexicon common_actor
  151  committee | subcommittee | commission | panel | task force | taskforce | commissions
  152  council
  153  lobby | industry body | trade body | pressure group | trade association | bar association | medical association | federation | confederation | association | league | governing body
  155  office | presidency | royal court | royal palace | secretariat | high command | general command | politburo | agency | watchdog | service | bureau | inspectorate
  156  regulator | ombudsman | authority | registrar
  154  trade union | teachers' union | workers' union | miners' union | nurses' union | farmers' union | doctors' union | journalists' union | pilots' union | students' union | writers' union | police union | drivers' union
  157  party | ruling party | opposition party | conservatives | social democrats | christian democrats | socialists | liberals | greens | republicans | democrats | nationalists | communists | tories
  158  coalition | bloc | opposition alliance | rebel alliance | ruling alliance | opposition coalition | ruling coalition | opposition bloc
  164  peacekeeping mission | observer mission | monitoring mission | training mission | police mission | stabilisation mission | stabilization mission | peacekeeping force | multinational force | regional force | joint force | stabilisation force | stabilization force | intervention force
  166  movement
  167  assembly | general assembly | constituent assembly | congress | lower chamber | upper house | upper chamber | chamber | plenary | convention
  170  embassy | consulate
  171  municipality | city council | regional government | state government | provincial government
  175  militia | gang | cartel | armed group | rebel group | insurgent group
  180  army command | military command | joint command | general staff | military leadership | army leadership
  201  mobs | protesters | demonstrators | rioters | marchers | crowds
  202  lawmakers | councillors | councilors | aldermen | deputies | mps | senators | legislators | members of parliament | congressmen | representatives | members of congress
  203  gunmen | armed men | masked men | bandits
  204  militants | rebels | fighters | jihadists | guerrillas | insurgents | islamists | paramilitaries | militiamen | pirates
  205  special forces | coalition forces | allied forces | multinational forces | foreign forces | rebel forces | opposition forces | resistance forces | separatist forces | anti-government forces | soldiers | peacekeepers | marines | commandos | paratroopers | border guards | reservists | conscripts
  206  workers | dockworkers | steelworkers | autoworkers | farmworkers | farm workers | hospital workers | health workers | healthcare workers | transport workers | longshoremen | refuse collectors | shipyard workers | textile workers | factory workers | tram drivers | employees | staff | crews | guards | unions | trade unions | labour unions | postal workers | train drivers | cabin crews | baggage handlers | air traffic controllers | seafarers | cleaners | civil servants | dockers | miners | nurses | railway workers | public sector workers | labourers
  207  doctors | medics | physicians | surgeons
  208  teachers | lecturers | professors
  210  residents | villagers | locals | inhabitants | townspeople | people | citizens | pilgrims
  211  negotiators | delegates | delegations | mediation team | negotiating team | negotiation team | mediation panel | troika
  212  experts | advisers | advisors | inspectors | specialists | technicians | engineers | auditors
  213  judges | magistrates
  214  prosecutors
  215  voters | electors
  216  coalition partners | coalition parties | two sides | both sides | parties | two parties | warring parties | factions | rival factions | neighbours | two neighbours | two governments | two countries | rivals | warring sides
  217  officers | commanders | military commanders | army commanders | mutinous soldiers | army officers | military officers | senior officers | junior officers | generals | colonels
  218  ministers | energy ministers | trade ministers | health ministers | agriculture ministers | envoys | ambassadors
  219  migrants
  220  prisoners | detainees | inmates | convicts
  221  journalists | reporters
  222  lawyers
  223  farmers | fishermen | growers
  224  member states | signatories | states parties
  264  countries | states | western governments | foreign governments | regional governments | african governments | european governments | gulf governments | arab governments | local governments | state governments | provincial governments | western powers | world powers | island nations
  266  regulators | local authorities | health authorities | electoral authorities | regional authorities | provincial authorities | judicial authorities | military authorities | municipal authorities | state authorities | federal authorities | prison authorities | port authorities | tax authorities | occupation authorities | religious authorities | transitional authorities
  225  drivers | truckers | lorry drivers
  226  astronauts | cosmonauts
  228  rescuers | firefighters | rescue workers | divers | emergency workers
  231  organisers | organizers | aid groups | relief groups | women's groups | indigenous groups | civil society groups | advocacy groups | environmental groups | student groups | religious groups | pressure groups | activists | campaigners | rights groups | human-rights groups | human rights groups | aid agencies | charities | ngos | civil-society groups | environmentalists | dissidents
  232  attackers | assailants | hijackers | kidnappers | suicide bombers | bombers | raiders
  233  police | police officers | policemen
  234  investigators | detectives
  235  pilots
  237  bishops | cardinals | clerics | monks | imams
  238  elders | chiefs | tribes | tribal leaders | clans
  239  settlers
  240  refugees | evacuees
  241  hostages | captives
  242  donors
  243  mediators | intermediaries
  244  observers | monitors | election observers
  245  suspects | defendants
  246  candidates
  247  mutineers
  249  civilians
  252  men | youths
  257  students
  254  passengers | sailors

# How names that no table holds are told. A run of capitalised words is a person beside a word for one, and a body
# where a word for bodies is part of it.
lexicon determiner
  the | a | an | its | their | his | her | our | this | that | these | those | 's | no | any | another | each | every
lexicon indefinite
  a | an | another | no
# Behind these a participle is what somebody is called: "of ousted president Bazoum".
lexicon participle_left
  of | by | to | with | for | from | and | or | as | against | between | on | after | before | over | about | including | said | like
lexicon place_preposition
  in | at | near | from | of | outside | around | into | across | through | via | towards | toward | off
lexicon where
  in | near | outside | at | off | visited | visits | visiting | toured | touring | flew to | flown to | flying to | travel to | travelled to | traveled to | travelling to | heads to | headed to | headed for | left for | fled to | returned to | landed in | arrived at
# "the town of Kisumu", "the port of Mwanza"
lexicon place_noun
  town | city | village | port | province | district | region | island | suburb | neighbourhood | neighborhood | county | hamlet | settlement | state | resort
lexicon speaking verb
  say | tell | warn | argue | insist | recall | reply | ask | urge | accuse | write | testify | announce | explain | promise | vow | pledge
  describe | complain | declare | claim | note | acknowledge | admit | stress | thank | apologise | resign | deny | add | appoint | elect | nominate
  arrest | detain | sentence | succeed | sack | congratulate
# What only people do or undergo: "Thabo Nkadimeng was jailed".
lexicon personal verb
  arrest | detain | jail | imprison | sentence | acquit | convict | extradite | indict | remand | arraign | elect | appoint | name | swear in | inaugurate | re-elect | bury | kidnap
  impeach | deport | hospitalise | hospitalize | exonerate | court-martial | canonise | beatify | knight | drown | bail | assassinate | shoot | stab | resign | quit | retire | die | step down | stand down | flee | marry | succeed | surrender | defect | plead | testify | pardon | execute | hang | exile
  born | injure | wound | reappoint | crown | ordain
# What chambers do: "the Dewan Rakyat approved" is one, though no table holds it.
lexicon deciding verb
  approve | pass | adopt | reject | vote | ratify | endorse | enact | convene | repeal | amend
# Capitalised, but nobody.
lexicon nobody_word
  mr | mrs | ms | dr | and | but | in | on | at | for | after | before | when | while | as | with | from | by | to | of | if | it | he | she | they
  we | i | you | there | here | then | what | who | why | how | yet | still | so | also | only | even | both | all | most | some | many | few | more
  two | three | four | five | six | seven | eight | nine | ten | dozens | hundreds | thousands | several | such | other | under | over | since | during | despite | according | because | although | though | until | last | next | now | today | not
  cop | gdp | hiv | aids | dna | rna | covid | vat | usd | eur | gps | lng | gmt | utc | bst | est | ceo | ebola | sars | mers | lgbt | who | phd | sms | dvd | suv
lexicon organisation_noun
  bank | banco | banca | banque | caixa | group | corp | corporation | inc | ltd | airlines | airways | air | energy | motors | international | foundation | institute | university
  college | academy | party | union | federation | confederation | association | society | trust | tribunal | court | commission | committee
  council | authority | agency | ministry | department | bureau | office | board | service | services | centre | center | watch | network
  alliance | coalition | front | movement | army | brigade | brigades | force | forces | guard | police | company | holdings | telecom | media
  press | broadcasting | fund | league | congress | assembly | parliament | senate | observatory | laboratory | museum | church | chamber
  organisation | organization | initiative | forum | secretariat | directorate | registry | inspectorate | consortium | partnership
  industries | systems | technologies | steel | oil | petroleum | gas | railways | railway | rail | ports | mines | mining | partners
  guild | club | hospital | crescent | monitor | mission | programme | task force | working group | security forces | national guard
# Who a named person is said to be, beside the offices.
lexicon person_noun
  mayor | deputy mayor | governor | professor | lecturer | historian | economist | analyst | expert | scientist | physicist | chemist | biologist
  geologist | hydrologist | seismologist | volcanologist | climatologist | meteorologist | virologist | epidemiologist | ecologist | oceanographer
  astronomer | archaeologist | anthropologist | sociologist | psychologist | psychiatrist | political scientist | researcher | scholar | academic
  fellow | strategist | pollster | lawyer | attorney | barrister | solicitor | advocate | counsel | notary | judge | magistrate | prosecutor
  investigator | detective | inspector | superintendent | constable | sergeant | lieutenant | captain | major | colonel | brigadier | general
  admiral | commodore | marshal | commander | officer | soldier | veteran | guard | warden | pilot | astronaut | cosmonaut | sailor | skipper
  spokesman | spokeswoman | spokesperson | secretary | general secretary | undersecretary | under-secretary | permanent secretary | treasurer
  chairman | chairwoman | chair | president | vice-president | chief | head | deputy head | director | manager | managing director | executive
  founder | co-founder | owner | chief executive | entrepreneur | businessman | businesswoman | industrialist | banker | broker | trader
  investor | tycoon | magnate | billionaire | millionaire | farmer | fisherman | grower | shopkeeper | merchant | teacher | headmaster
  headmistress | principal | rector | dean | provost | doctor | physician | surgeon | nurse | midwife | paramedic | pharmacist | vet | dentist
  engineer | architect | planner | surveyor | designer | programmer | technician | mechanic | electrician | driver | worker | miner | docker
  trade unionist | unionist | organiser | campaigner | activist | environmentalist | conservationist | dissident | volunteer | aid worker
  missionary | priest | bishop | archbishop | cardinal | pastor | rabbi | imam | mufti | cleric | monk | nun | patriarch | metropolitan
  writer | author | novelist | poet | playwright | journalist | reporter | editor | editor-in-chief | columnist | correspondent | broadcaster
  presenter | publisher | blogger | photographer | film-maker | filmmaker | director | producer | actor | actress | comedian | singer | musician
  rapper | composer | conductor | pianist | painter | artist | sculptor | curator | dancer | model | chef | athlete | footballer | coach
  referee | boxer | swimmer | runner | cyclist | skater | captain | student | pupil | graduate | apprentice | resident | villager | citizen
  migrant | refugee | asylum seeker | widow | widower | mother | father | son | daughter | brother | sister | wife | husband | nephew | niece
  cousin | grandson | granddaughter | uncle | aunt | heir | survivor | victim | witness | suspect | defendant | prisoner | inmate | hostage
  politician | lawmaker | legislator | deputy | senator | congressman | congresswoman | councillor | councilman | alderman | member | candidate
  nominee | challenger | rival | incumbent | leader | opposition leader | delegate | negotiator | mediator | envoy | diplomat | ambassador
  consul | attache | commissioner | ombudsman | regulator | auditor | comptroller | adviser | advisor | aide | consultant | lobbyist | broker
  minister | premier | chief minister | first minister | whip | frontbencher | backbencher | elder | chieftain | tribal leader | warlord
  successor | predecessor | boss | colleague | ally | opponent | fugitive | kingpin | gangster | mobster | hacker | spy | whistleblower | caretaker
  understudy | protege | mentor | critic | supporter | follower | host | guest | chairperson | co-chair | co-president | co-leader | speaker | rapporteur
  man | woman | teenager | boy | girl | aristocrat | nobleman | baron | count | duke | duchess | prince | princess | physiologist | agronomist
  statistician | mathematician | philosopher | theologian | linguist | laureate | pioneer | explorer | mountaineer | skier | jurist
