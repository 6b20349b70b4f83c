#include "rules/english_irregular.h"

#include <algorithm>
#include <array>

namespace tarikh::rules {
namespace {

constexpr auto kVerbs = std::to_array<IrregularVerb>({
    {"arise", "arose", "arisen"},      {"awake", "awoke", "awoken"},        {"bear", "bore", "borne/born"},
    {"beat", "beat", "beaten"},        {"become", "became", "become"},      {"begin", "began", "begun"},
    {"bend", "bent", ""},              {"bet", "bet", ""},                  {"bid", "bid", ""},
    {"bind", "bound", ""},             {"bite", "bit", "bitten"},           {"bleed", "bled", ""},
    {"blow", "blew", "blown"},         {"break", "broke", "broken"},        {"breed", "bred", ""},
    {"bring", "brought", ""},          {"broadcast", "broadcast", ""},      {"build", "built", ""},
    {"burn", "burned/burnt", ""},      {"burst", "burst", ""},              {"buy", "bought", ""},
    {"cast", "cast", ""},              {"catch", "caught", ""},             {"choose", "chose", "chosen"},
    {"cling", "clung", ""},            {"come", "came", "come"},            {"cost", "cost", ""},
    {"creep", "crept", ""},            {"cut", "cut", ""},                  {"deal", "dealt", ""},
    {"dig", "dug", ""},                {"do", "did", "done"},               {"draw", "drew", "drawn"},
    {"dream", "dreamed/dreamt", ""},   {"drink", "drank", "drunk"},         {"drive", "drove", "driven"},
    {"dwell", "dwelt/dwelled", ""},    {"eat", "ate", "eaten"},             {"fall", "fell", "fallen"},
    {"feed", "fed", ""},               {"feel", "felt", ""},                {"fight", "fought", ""},
    {"find", "found", ""},             {"flee", "fled", ""},                {"fling", "flung", ""},
    {"fly", "flew", "flown"},          {"forbid", "forbade", "forbidden"},  {"forecast", "forecast/forecasted", ""},
    {"foresee", "foresaw", "foreseen"}, {"forget", "forgot", "forgotten"},  {"forgive", "forgave", "forgiven"},
    {"forgo", "forwent", "forgone"},   {"freeze", "froze", "frozen"},       {"get", "got", "got/gotten"},
    {"give", "gave", "given"},         {"go", "went", "gone"},              {"grind", "ground", ""},
    {"grow", "grew", "grown"},         {"hang", "hung/hanged", ""},         {"have", "had", ""},
    {"hear", "heard", ""},             {"hide", "hid", "hidden"},           {"hit", "hit", ""},
    {"hold", "held", ""},              {"hurt", "hurt", ""},                {"keep", "kept", ""},
    {"kneel", "knelt/kneeled", ""},    {"know", "knew", "known"},           {"lay", "laid", ""},
    {"lead", "led", ""},               {"lean", "leaned/leant", ""},        {"leap", "leaped/leapt", ""},
    {"learn", "learned/learnt", ""},   {"leave", "left", ""},               {"lend", "lent", ""},
    {"let", "let", ""},                {"lie", "lay/lied", "lain/lied"},    {"light", "lit/lighted", ""},
    {"lose", "lost", ""},              {"make", "made", ""},                {"mean", "meant", ""},
    {"meet", "met", ""},               {"mislead", "misled", ""},           {"mistake", "mistook", "mistaken"},
    {"offset", "offset", ""},          {"outdo", "outdid", "outdone"},      {"overcome", "overcame", "overcome"},
    {"oversee", "oversaw", "overseen"}, {"overrun", "overran", "overrun"},  {"overtake", "overtook", "overtaken"},
    {"overthrow", "overthrew", "overthrown"}, {"partake", "partook", "partaken"}, {"pay", "paid", ""},
    {"prove", "proved", "proved/proven"}, {"put", "put", ""},               {"quit", "quit", ""},
    {"read", "read", ""},              {"rebuild", "rebuilt", ""},          {"redo", "redid", "redone"},
    {"repay", "repaid", ""},           {"reset", "reset", ""},              {"retake", "retook", "retaken"},
    {"rethink", "rethought", ""},      {"rewrite", "rewrote", "rewritten"}, {"rid", "rid", ""},
    {"ride", "rode", "ridden"},        {"ring", "rang", "rung"},            {"rise", "rose", "risen"},
    {"run", "ran", "run"},             {"say", "said", ""},                 {"see", "saw", "seen"},
    {"seek", "sought", ""},            {"sell", "sold", ""},                {"send", "sent", ""},
    {"set", "set", ""},                {"shake", "shook", "shaken"},        {"shed", "shed", ""},
    {"shine", "shone", ""},            {"shoot", "shot", ""},               {"show", "showed", "shown"},
    {"shrink", "shrank", "shrunk"},    {"shut", "shut", ""},                {"sing", "sang", "sung"},
    {"sink", "sank", "sunk"},          {"sit", "sat", ""},                  {"slay", "slew", "slain"},
    {"sleep", "slept", ""},            {"slide", "slid", ""},               {"speak", "spoke", "spoken"},
    {"speed", "sped/speeded", ""},     {"spend", "spent", ""},              {"spill", "spilled/spilt", ""},
    {"split", "split", ""},            {"spoil", "spoiled/spoilt", ""},     {"spread", "spread", ""},
    {"spring", "sprang", "sprung"},    {"stand", "stood", ""},              {"steal", "stole", "stolen"},
    {"stick", "stuck", ""},            {"strike", "struck", "struck/stricken"}, {"strive", "strove", "striven"},
    {"swear", "swore", "sworn"},       {"sweep", "swept", ""},              {"swim", "swam", "swum"},
    {"swing", "swung", ""},            {"take", "took", "taken"},           {"teach", "taught", ""},
    {"tear", "tore", "torn"},          {"tell", "told", ""},                {"think", "thought", ""},
    {"throw", "threw", "thrown"},      {"thrust", "thrust", ""},            {"undergo", "underwent", "undergone"},
    {"understand", "understood", ""},  {"undertake", "undertook", "undertaken"}, {"undo", "undid", "undone"},
    {"uphold", "upheld", ""},          {"upset", "upset", ""},              {"wake", "woke", "woken"},
    {"wear", "wore", "worn"},          {"weep", "wept", ""},                {"win", "won", ""},
    {"wind", "wound", ""},             {"withdraw", "withdrew", "withdrawn"}, {"withhold", "withheld", ""},
    {"withstand", "withstood", ""},    {"write", "wrote", "written"},
});

// Sorted. Verbs in one vowel and one consonant, stressed on the last syllable.
constexpr auto kStressedOnLast = std::to_array<std::string_view>({
    "abet",    "abhor",   "abut",    "acquit",  "admit",   "allot",   "annul",    "appal",   "begin",   "commit",
    "compel",  "concur",  "confer",  "control", "debar",   "defer",   "demur",    "deter",   "disbar",  "dispel",
    "distil",  "embed",   "emit",    "enrol",   "equip",   "excel",   "expel",    "forbid",  "forget",  "format",
    "fulfil",  "handicap", "impel",  "incur",   "infer",   "input",   "instal",   "instil",  "intermit", "kidnap",
    "occur",   "offset",  "omit",    "outbid",  "outrun",  "overlap", "overrun",  "patrol",  "permit",  "prefer",
    "propel",  "rebel",   "rebut",   "recommit", "recur",  "refer",   "regret",   "remit",   "repel",   "reset",
    "resubmit", "submit", "transfer", "transmit", "unplug", "upset",  "zigzag",
});

struct IrregularNoun {
  std::string_view singular;
  std::string_view plural;
};
constexpr auto kNouns = std::to_array<IrregularNoun>({
    {"man", "men"},             {"woman", "women"},           {"person", "people/persons"}, {"child", "children"},
    {"foot", "feet"},           {"tooth", "teeth"},           {"mouse", "mice"},            {"goose", "geese"},
    {"life", "lives"},          {"wife", "wives"},            {"knife", "knives"},          {"leaf", "leaves"},
    {"half", "halves"},         {"thief", "thieves"},         {"wolf", "wolves"},           {"shelf", "shelves"},
    {"self", "selves"},         {"loaf", "loaves"},           {"crisis", "crises"},         {"analysis", "analyses"},
    {"basis", "bases"},         {"thesis", "theses"},         {"hypothesis", "hypotheses"}, {"axis", "axes"},
    {"emphasis", "emphases"},   {"diagnosis", "diagnoses"},   {"oasis", "oases"},           {"phenomenon", "phenomena"},
    {"criterion", "criteria"},  {"referendum", "referendums/referenda"},
    {"memorandum", "memorandums/memoranda"}, {"bacterium", "bacteria"},  {"headquarters", "headquarters"},
    {"series", "series"},       {"species", "species"},       {"aircraft", "aircraft"},     {"spacecraft", "spacecraft"},
    {"offspring", "offspring"}, {"personnel", "personnel"},   {"troops", "troops"},         {"talks", "talks"},
    {"ties", "ties"},           {"elections", "elections"},   {"police", "police"},         {"people", "people"},
    {"hero", "heroes"},         {"veto", "vetoes"},           {"embargo", "embargoes"},     {"torpedo", "torpedoes"},
    {"echo", "echoes"},         {"potato", "potatoes"},       {"tomato", "tomatoes"},       {"volcano", "volcanoes/volcanos"},
    {"corps", "corps"},         {"means", "means"},           {"news", "news"},             {"coup d'etat", "coups d'etat"},
    {"german", "germans"},      {"roman", "romans"},          {"ottoman", "ottomans"},      {"human", "humans"},
});

}  // namespace

const IrregularVerb* find_irregular_verb(std::string_view base) {
  const auto* found = std::ranges::find(kVerbs, base, &IrregularVerb::base);
  return found == kVerbs.end() ? nullptr : found;
}

bool stressed_on_last(std::string_view base) { return std::ranges::binary_search(kStressedOnLast, base); }

std::string_view irregular_plural(std::string_view singular) {
  const auto* found = std::ranges::find(kNouns, singular, &IrregularNoun::singular);
  return found == kNouns.end() ? std::string_view{} : found->plural;
}

}  // namespace tarikh::rules
