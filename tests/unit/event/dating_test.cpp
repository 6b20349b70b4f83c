// Which date an event gets, and why. Each case was a wrong date once, or is one that would be easy to get wrong.
#include <gtest/gtest.h>

#include <string>

#include "tarikh/extractor.h"

namespace tarikh {
namespace {

struct Case {
  const char* language;
  const char* dct;
  const char* text;
  const char* type;
  const char* date;  ///< of the first event of the type; "none" without a date, "" when there must be no such event
};

class Dating : public testing::TestWithParam<Case> {};

TEST_P(Dating, IsWhatACarefulReaderGets) {
  const Case& c = GetParam();
  Document document;
  document.language = c.language;
  document.text = c.text;
  document.dct = parse_iso_day(c.dct);
  std::string date;
  for (const Event& event : Extractor(builtin_rules()).extract(document).events) {
    if (event.type != c.type || event.factuality == Factuality::denied) continue;
    date = event.date ? to_edtf(*event.date) : "none";
    break;
  }
  EXPECT_EQ(date, c.date) << c.text;
}

INSTANTIATE_TEST_SUITE_P(
    Events, Dating,
    testing::Values(
        // Its own expression over a long embedding.
        Case{"ar", "2023-04-05", "أصبحت فنلندا، التي يرأسها ساولي نينيستو منذ 11 عاما، العضو الحادي والثلاثين في حلف شمال الأطلسي الثلاثاء.", "membership", "2023-04-04"},
        // The entry of a chronology, over the sentences of its line.
        Case{"en", "2025-03-13", "2020 - In June the court indicts Hashim Thaci. He resigns on November 5.", "appointment", "2020-11-05"},
        // A quantity in front of the main clause, and what it is counted from.
        Case{"en", "2024-10-16", "On Tuesday, two days after the coup, the African Union suspended Niger.", "coup", "2024-10-13"},
        Case{"en", "2024-10-16", "Two days after the coup, on Tuesday, the African Union suspended Niger.", "suspension", "2024-10-15"},
        Case{"ar", "2023-07-30", "حُكم على سونكو بالسجن عامين في الأول من يونيو 2023. وغداة الحكم اندلعت أعمال شغب.", "other", "2023-06-02"},
        // The nearer of two dates leaves the other to its verb; a joined verb behind a date is a clause of its own.
        Case{"ar", "2025-06-17", "سحبت الفلبين توقيعها من نظام روما الأساسي في 17 مارس 2018، ودخل القرار حيز النفاذ بعد سنة من ذلك.", "withdrawal", "2018-03-17"},
        Case{"ar", "2024-09-18", "انتخبت الجزائر عضوا غير دائم في مجلس الأمن، في 6 يونيو 2023، وبدأت عضويتها في يناير 2024.", "election", "2023-06-06"},
        // News of the last day of a gathering is of that day.
        Case{"ar", "2023-08-24", "بريكس تدعو ست دول إلى الانضمام. وجاء الإعلان في ختام قمة بريكس التي عقدت في جوهانسبرغ من 22 إلى 24 أغسطس.", "membership", "2023-08-24"},
        // A date inside the words of a verb.
        Case{"en", "2024-03-14", "Parliament had on Monday rejected the bill.", "decision", "2024-03-11"},
        Case{"en", "2025-01-07", "US President Donald Trump threatened on 30 November to impose tariffs on the group.", "statement", "2024-11-30"},
        // A day before or after what the word is of.
        Case{"ar", "2024-12-20", "اختتمت القمة العربية أعمالها يوم الثلاثاء في المنامة. ووصل الرئيس عبد الفتاح السيسي إلى الدوحة غداة القمة.", "visit", "2024-12-18"},
        Case{"ar", "2024-12-20", "افتتحت القمة العربية يوم الثلاثاء في المنامة. وكان الرئيس عبد الفتاح السيسي قد وصل إلى المنامة عشية القمة.", "visit", "2024-12-16"},
        Case{"en", "2024-12-20", "The Arab League opened its summit in Manama on Tuesday. Egyptian President Abdel Fattah al-Sisi arrived in Manama on the eve of the summit.", "visit", "2024-12-16"},
        // The years of an office that is told aside.
        Case{"en", "2024-07-10", "Peter Pellegrini, who was prime minister from 2018 to 2020, said on Monday the war must end.", "statement", "2024-07-08"},
        // An infinitive is of no time, though it may be spelled like the past.
        Case{"en", "2024-07-10", "The central bank is expected to cut rates in August.", "decision", "2024-08"},
        // A date behind "and" opens the clause that its subject follows in.
        Case{"en", "2024-05-16", "Thousands of workers blocked the road to the capital on Wednesday, and on Friday the labour minister, Erland Rocha, resigned.", "appointment", "2024-05-10"},
        // A hyphen is no end of a phrase.
        Case{"en", "2023-11-08", "The leaders of the African Union closed their three-day summit in Entebbe on Tuesday.", "summit", "2023-11-05/2023-11-07"},
        // What has been done takes no year to come, nor the day of what it is about.
        Case{"en", "2024-11-20", "FIFA awarded Saudi Arabia the 2034 World Cup on Wednesday.", "decision", "2024-11-20"},
        Case{"ar", "2024-12-12", "كما صوت مجلس النواب الأربعاء لصالح احتضان دورة 2034.", "decision", "2024-12-11"},
        // Quotation marks around a name are no clause.
        Case{"ar", "2024-12-12", "واعتمد مجلس «فيفا» في 4 أكتوبر 2023 الملف الثلاثي مرشحا وحيدا.", "decision", "2023-10-04"},
        // Two acts of one body are two decisions.
        Case{"en", "2024-09-30", "The European Commission approved the takeover on Monday. In April the Commission opened an inquiry.", "decision", "2024-09-30"},
        // The signing is what was signed.
        Case{"en", "2023-04-12", "The accord, concluded on 10 April 1998, ended the war. Voters endorsed it six weeks later, but four months after the signing a car bomb killed 29 people in Omagh.", "clash", "1998-08"},
        Case{"ar", "2025-05-15", "وصل ترامب اليوم إلى أبوظبي. ووقعت قطر والولايات المتحدة أمس الأول اتفاقا لشراء طائرات. وقال أمير قطر الشيخ تميم بن حمد آل ثاني عقب التوقيع إن العلاقات ممتازة.", "statement", "2025-05-13"},
        // At an end of the gathering, named or not.
        Case{"ar", "2023-10-19", "اختتم قادة دول حوض النيل مساء الأربعاء قمتهم التي استمرت يومين في كمبالا. ودعا الرئيس الأوغندي يوري موسيفيني في الجلسة الافتتاحية إلى تقاسم المياه.", "statement", "2023-10-17"},
        Case{"en", "2025-09-02", "The Shanghai Cooperation Organisation closed its two-day summit in Tianjin on Monday. Kyrgyzstan, which assumed the rotating chair at the close, will host the next one.", "appointment", "2025-09-01"},
        // Counted from the day of what was told last, told by its occasion only.
        Case{"ar", "2023-10-19", "اختتم قادة دول حوض النيل مساء الأربعاء قمتهم التي استمرت يومين في كمبالا. ودعا الرئيس الأوغندي يوري موسيفيني في الجلسة الافتتاحية إلى تقاسم المياه. وفي اليوم التالي زار الرئيس المصري عبد الفتاح السيسي تنزانيا.", "visit", "2023-10-18"},
        // "After X by N days" is counted from X, and what counts so takes no other date.
        Case{"ar", "2025-03-10", "عقدت القمة العربية يوم الثلاثاء في القاهرة. وبعد القمة بثلاثة أيام زار الشرع عمان.", "visit", "2025-03-07"},
        Case{"ar", "2025-03-07", "وقعت مصر وقطر اتفاقا يوم الثلاثاء. وكان السيسي قد التقى الشيخ تميم بن حمد قبل قمة الجزائر بأسبوع.", "meeting", "none"},
        // The day after that.
        Case{"en", "2021-11-12", "The World Bank conference opened on October 31. India pledged on November 1 to reach net zero by 2070, and the day after that France and Chad signed a declaration on forests.", "declaration", "2021-11-02"},
        // What is counted from another day is no mention of an event of another year.
        Case{"ar", "2025-01-31", "عقد قادة مجموعة شرق إفريقيا الأربعاء قمة، بعد يومين من سيطرة حركة 23 مارس على غوما. وسيطرت حركة 23 مارس على غوما أيضا في نوفمبر 2012.", "military_action", "2025-01-27"},
        // A conjoined imperfect behind a comma is another clause, and may be ahead.
        Case{"ar", "2023-03-20", "ورفع البنك المركزي الأوروبي الخميس أسعار الفائدة، ويجتمع وزراء الخارجية العرب الأربعاء في القاهرة.", "meeting", "2023-03-22"},
        // A hyphen in a word is no mark, and half of such a word no verb.
        Case{"en", "2025-08-07", "ZURICH, Aug 7 (Reuters) - Switzerland's president, Karin Keller-Sutter, left Washington empty-handed on Wednesday.", "visit", "2025-08-06"},
        Case{"en", "2024-06-22", "Kenyan police shot dead a 29-year-old man in Nairobi on Thursday as they broke up protests.", "clash", "2024-06-20"},
        // What an aside tells of the present does not move the day ahead.
        Case{"en", "2024-09-12", "On August 22 the Supreme Court, which is stacked with loyalists, certified the result.", "decision", "2024-08-22"},
        // The day behind the objects of a verb is the verb's.
        Case{"en", "2024-10-07", "Suicide bombers struck a wedding, a hospital and a funeral in Gwoza on June 29.", "clash", "2024-06-29"},
        // One date behind two verbs.
        Case{"ar", "2015-02-12", "أغلقت الولايات المتحدة وبريطانيا وفرنسا سفاراتها في صنعاء وأجلت طواقمها أمس (الأربعاء).", "diplomatic_ties", "2015-02-11"},
        // A feast that something is for is no date.
        Case{"ar", "2016-12-20", "صدمت شاحنة حشدا في سوق لعيد الميلاد وسط برلين مساء الاثنين فقتلت 12 شخصا.", "clash", "2016-12-19"},
        // The summit that something was signed at on Tuesday is none of another year.
        Case{"ar", "2021-01-06", "وقع قادة دول مجلس التعاون الخليجي أمس الثلاثاء بيانا ينهي الخلاف مع قطر، وذلك خلال قمة عقدت في مدينة العلا. وفي ديسمبر 2017 عقدت قمة الكويت في غياب معظم القادة.", "summit", "2021-01-05"},
        // A clause with "when" behind a date, be it one that bounds a state.
        Case{"en", "2024-06-03", "Relations with Ethiopia have soured since January 1, when Prime Minister Abiy Ahmed signed a memorandum with Somaliland.", "agreement", "2024-01-01"},
        Case{"en", "2024-07-31", "The alliance was born on September 16, 2023, when Mali and Niger signed a charter in Bamako.", "agreement", "2023-09-16"},
        // When it was written, in a dateline.
        Case{"en", "2025-06-25", "PRAGUE, June 24 (Reuters) - The Czech government survived its fifth no-confidence vote on Tuesday.", "decision", "2025-06-24"},
        Case{"en", "2024-12-13", "BRUSSELS, Dec 13 - Romania will become a full member of the European Union's Schengen area on January 1, after ministers approved it on Thursday.", "membership", "2025-01-01"},
        // A possessive date is its noun's.
        Case{"en", "2023-09-19", "The Commonwealth has suspended Gabon following last month's takeover.", "suspension", "2023-09-19"},
        // What an act is done to is older than it.
        Case{"en", "2024-11-29", "Burkina Faso denounced its 2018 military accord with France in January 2023.", "withdrawal", "2023-01"},
        // An occasion with a date says more of when than a year.
        Case{"en", "2022-11-12", "Kazakhstan and Azerbaijan founded the Organisation of Turkic States in 2009. Uzbekistan acceded ten years later, at the Baku summit of October 2019.", "membership", "2019-10"},
        // Older than the news.
        Case{"ar", "2023-01-24", "قال وزير الدفاع الألماني بوريس بيستوريوس الثلاثاء إن الرد سيأتي سريعا. وكان قد حذر من التسرع.", "statement", "2023-01-24"},
        // The course of a war dates it.
        Case{"ar", "2023-01-24", "وبدأ الغزو الروسي لأوكرانيا في 24 فبراير من العام الماضي.", "military_action", "2022-02-24"},
        // A summit that opened on Tuesday and closed with the news of Thursday.
        Case{"en", "2023-08-25", "Brics invited Argentina and Iran to join on Thursday. Both accepted, South Africa's president, Cyril Ramaphosa, announced at the close of a summit of the bloc that had opened in Sandton on Tuesday.", "statement", "2023-08-24"},
        // A date in a phrase with "after" stays there.
        Case{"ar", "2024-03-08", "وبعد انضمام فنلندا إلى حلف شمال الأطلسي العام الماضي، أصبحت السويد عضوا فيه الخميس.", "membership", "2023"},
        // An aside between commas belongs to the clause before it.
        Case{"ar", "2024-01-02", "انضمت مصر وإثيوبيا وإيران والإمارات رسميا إلى مجموعة بريكس، أمس الاثنين، في اليوم نفسه الذي تسلمت فيه روسيا الرئاسة.", "membership", "2024-01-01"},
        // The news is dated by its lead, where a headline without a date tells of it first.
        Case{"ar", "2023-03-11", "السعودية وإيران تتفقان على استئناف العلاقات\n\nاتفقت السعودية وإيران الجمعة على استئناف العلاقات.\n\nوقال وانغ يي إن الاتفاق انتصار للحوار.", "statement", "2023-03-10"},
        // How long it went on is told, not when it began.
        Case{"en", "2023-01-02", "Croatia declared independence from Yugoslavia on 25 June 1991 and fought a war that lasted until 1995.", "military_action", "none"},
        // From when something is to hold is not when it was offered.
        Case{"ar", "2023-08-24", "دعت مجموعة بريكس مصر وإيران إلى الانضمام اعتبارا من يناير.", "membership", "2023-08-24"},
        // Counted from another event.
        Case{"en", "2016-12-01", "The deal was signed on November 24, 2016, six days after the first text was signed.", "agreement", "2016-11-24"},
        // What is said is not when it was said.
        Case{"en", "2024-05-02", "Macron said on Wednesday that the European Union was founded in 1993.", "founding", "1993"},
        // A year that heads a line.
        Case{"en", "2024-05-02", "2014: Russia annexes Crimea.", "military_action", "2014"},
        // The present of a chronology's entry is the past.
        Case{"ar", "2025-12-10", "– 24 تموز/يوليو: بنوم بنه تعلن أنها سترفع القضية إلى المحكمة.", "statement", "2025-07-24"},
        Case{"en", "2025-12-10", "24 July: Cambodia announces that it will go to court.", "statement", "2025-07-24"},
        // A name that is spelled like a verb of the future or of the first person tells no time.
        Case{"ar", "2024-10-03", "وقال وزير الصحة سابين نسانزيمانا الأربعاء إن الوضع خطير.", "statement", "2024-10-02"},
        // What a clause begins with is the subject, over what belongs to it.
        Case{"ar", "2025-05-08", "السلطات الصحية في كيرالا تعلن حالة الطوارئ.", "decision", "2025-05-08"},
        // Third persons may be spelled like first persons.
        Case{"ar", "2021-02-02", "وهي مزاعم رفضتها مفوضية الانتخابات أمس الاثنين.", "statement", "2021-02-01"},
        // A form that a rule names is a verb all the same.
        Case{"ar", "2024-02-16", "وقبله اغتيل بوريس نيمتسوف قرب الكرملين في 27 فبراير 2015.", "clash", "2015-02-27"},
        // "قبل أن تعلن عودتهم": somebody's deed is what is announced.
        Case{"ar", "2022-02-20", "روسيا تحشد جنودها قرب الحدود، قبل أن تعلن في 22 أبريل 2021 عودتهم إلى ثكناتهم.", "statement", "2021-04-22"},
        // What is told beside history is no news of the day.
        Case{"ar", "2024-05-02", "رفضت المحكمة الاتحادية استئنافه بعد انتخابات 9 مايو 2018.", "decision", "none"},
        // A date behind a colon dates what follows it.
        Case{"en", "2023-02-13", "The thaw did not last: in December 2022 Erdogan met Assad.", "meeting", "2022-12"},
        // "since" tells when the state began that the participle names.
        Case{"en", "2024-07-09", "Venezuela has been suspended from Mercosur since December 2016.", "suspension", "2016-12"},
        // A verb dates before the noun with a pronoun that stands between.
        Case{"ar", "2023-10-16", "وقُتل ستة من المتهمين باغتيال المرشح فرناندو فيافيسنسيو في التاسع من أغسطس.", "clash", "2023-08-09"},
        // What is said in a message is said when the message is told of; a joined date opens its clause.
        Case{"ar", "2024-12-12", "وكان الملك محمد السادس قد أعلن، في رسالة تليت بكيغالي يوم 14 مارس 2023، دعمه للملف.", "statement", "2023-03-14"},
        Case{"ar", "2024-12-12", "اعتمد مجلس الأمن القرار في 4 أكتوبر 2023، وفي اليوم ذاته أبدت الرياض رغبتها في الوساطة.", "statement", "2023-10-04"},
        // "The same day" is not the day since which something had gone on.
        Case{"ar", "2022-11-03", "وقع الطرفان اتفاقا الأربعاء بعد محادثات بدأت منذ 25 أكتوبر. وفي اليوم ذاته رحبت واشنطن بالاتفاق.", "statement", "2022-11-02"},
        // One subject, two verbs, the date behind the second.
        Case{"en", "2023-01-02", "Croatia adopted the euro and joined the Schengen area on 1 January.", "decision", "2023-01-01"},
        // A state that the rule tells of with its "since"; a country whose name is also the sunset.
        Case{"ar", "2024-06-15", "اليونان عضو في الاتحاد الأوروبي منذ عام 1981.", "membership", "1981"},
        // Names that are spelled like verbs, relative clauses about the event, asides, clauses that go on, comparisons.
        Case{"ar", "2024-06-15", "أقيمت جنازة رسمية للرئيس خيمي كارتر يوم الأربعاء.", "other", "2024-06-12"},
        Case{"ar", "2024-06-15", "خسر المستشار النمساوي الانتخابات التي نظمت يوم الأربعاء.", "election", "2024-06-12"},
        Case{"ar", "2024-06-15", "لقي عشرون شخصا مصرعهم إثر سيول جارفة اجتاحت صعدة الأربعاء.", "disaster", "2024-06-12"},
        Case{"ar", "2024-06-15", "وقتل أول المتظاهرين، وهو طالب يدعى أبو سعيد، في رانغبور في 6 يونيو برصاص الشرطة.", "clash", "2024-06-06"},
        Case{"ar", "2024-06-15", "اعتقل جنود متمردون الرئيس إبراهيم أبو بكر كيتا الأربعاء وأرغموه على التنحي.", "appointment", "2024-06-12"},
        Case{"ar", "2023-06-21", "غرق قارب صيد يحمل نحو 750 مهاجرا قبالة اليونان فجر الأربعاء من الأسبوع الماضي.", "disaster", "2023-06-14"},
        Case{"ar", "2024-08-22", "هذا أسوأ حادث منذ انهيار منجم في منغوليا في 22 فبراير 2023. وحكم على ثمانية مسؤولين بالسجن في 16 يوليو.", "decision", "2024-07-16"},
        Case{"ar", "2024-07-12", "ويتوقع أن تنظر محكمة الاستئناف في طعن الموقع في 30 يوليو.", "decision", "2024-07-30"},
        // A rule that holds without its participants where a day is told, and does not without one.
        Case{"ar", "2024-06-15", "واندلع الأربعاء حريق في مستودع للبطاريات.", "disaster", "2024-06-12"},
        Case{"ar", "2024-06-15", "واندلع حريق في مستودع للبطاريات.", "disaster", ""},
        Case{"ar", "2024-06-15", "جدد المغرب الأربعاء دعمه للقضية الفلسطينية.", "statement", "2024-06-12"},
        // Their meeting at a summit is the summit, and "the summit" goes on with it; the meeting planned once does not date who met.
        Case{"ar", "2022-09-16", "يسعى بوتين وشي جين بينغ إلى حشد الزعماء أثناء اجتماعهم يوم الجمعة في قمة. والقمة هي أول زيارة كبيرة لبوتين.", "summit", "2022-09-16"},
        // A date that opens the sentence is on the side of the verb behind it, near as its next one may be.
        Case{"en", "2024-05-20", "On 22 May the two sides met in Jeddah.", "meeting", "2023-05-22"},
        Case{"en", "2024-05-20", "On 22 May the two sides will meet in Jeddah.", "meeting", "2024-05-22"},
        // "ousted" behind a subject is what was done, before a noun what somebody is.
        Case{"en", "2023-08-01", "Soldiers ousted President Mohamed Bazoum on 26 July 2023.", "coup", "2023-07-26"},
        // The next summit is another one, though the noun has the article.
        Case{"ar", "2023-05-20", "اختتمت القمة العربية في جدة الجمعة. وستستضيف البحرين القمة المقبلة في 2024.", "summit", "2023-05-19"},
        Case{"ar", "2022-11-03", "تحادث الرئيس تبون مع نظيره المصري عبد الفتاح السيسي.\n\nوكان اللقاء مبرمجا في مارس 2020.", "meeting", "2022-11-03"},
        // A gathering told in pieces: its two ends, its length, the day up to which it lasts.
        Case{"en", "2024-07-12", "The NATO summit opened in Washington on Tuesday. Leaders had dinner. The NATO summit closed on Thursday.", "summit", "2024-07-09/2024-07-11"},
        Case{"ar", "2024-07-05", "اختتم قادة منظمة شنغهاي للتعاون الخميس قمة استمرت يومين في أستانا.", "summit", "2024-07-03/2024-07-04"},
        Case{"en", "2025-10-27", "The ASEAN summit opened in Kuala Lumpur on Sunday and lasts until Tuesday.", "summit", "2025-10-26/2025-10-28"},
        // A deadline is no day of the saying; what happens when it is reached is on that day.
        Case{"en", "2022-12-07", "Boluarte promised a new cabinet by Friday.", "statement", "2022-12-07"},
        Case{"en", "2024-07-02", "The bloc needs support by 16 July, when Orban meets Zelensky in Kyiv.", "meeting", "2024-07-16"},
        // A verb behind an indefinite noun describes it.
        Case{"ar", "2025-01-15", "قُتل عشرات الجنود في كمين نصبه متمردون في 27 يوليو 2024.", "clash", "2024-07-27"},
        // An infinitive has no date beside that of its verb.
        Case{"en", "2015-07-20", "The Icelandic parliament voted to apply on 16 July 2009.", "decision", "2009-07-16"},
        // A clause goes on with the date of the one before, told by whatever verb.
        Case{"en", "2023-09-15", "Two dams burst on Sunday night, and the flood swept whole districts of Derna into the sea.", "disaster", "2023-09-10"},
        Case{"en", "2023-01-27", "The railways came to a halt on Thursday as train drivers walked out over pay.", "other", "2023-01-26"},
        Case{"en", "2024-01-29", "Ali Lamine Zeine flew to Moscow on 16 January and signed agreements on training.", "agreement", "2024-01-16"},
        // A participle behind a preposition is no verb that takes the date.
        Case{"en", "2024-09-13", "The two countries signed a memorandum on shared stocks in June 2018.", "agreement", "2018-06"},
        // In the phrase of a subject the date is the subject's.
        Case{"en", "2024-09-13", "The founding of the United Nations in June 1945 ended a long debate.", "founding", "1945-06"},
        // A date that opens the sentence is none of the aside's; a date behind "in a paper of" is that of the words.
        Case{"en", "2022-12-19", "On Sunday Emmanuel Macron, who had flown in for the final, praised the hosts.", "statement", "2022-12-18"},
        Case{"en", "1978-06-15", "The UN Security Council had demanded the pull-out in a resolution of 19 March.", "statement", "1978-03-19"},
        // What all is told as history is no news of the day.
        Case{"en", "2024-12-09", "Saudi Arabia joined the Arab League in March 1945. Egypt welcomed the step. Qatar praised it.", "statement", "none"},
        // What opened on Tuesday closed on another day.
        Case{"en", "2024-07-12", "Joe Biden announced new aid at the close of a summit in Washington that had opened on Tuesday.", "statement", "2024-07-12"},
        // Past a digression a day of the last weeks is of this year.
        Case{"en", "2021-10-01", "Italy put the region under lockdown on 16 March 2020. Police arrested Imran Khan on 16 September.", "other", "2021-09-16"},
        Case{"en", "2018-05-27", "Ireland held a referendum on 22 May 2015. Pope Francis visits Dublin on 25 August.", "visit", "2018-08-25"},
        // A border closed since a month was closed in it.
        Case{"en", "2025-03-14", "The border had been shut since May 2021.", "diplomatic_ties", "2021-05"},
        // What is long past and told between commas is not where the text goes on from.
        Case{"en", "2024-01-29", "Mali quit the bloc on Sunday. ECOWAS, founded on 28 May 1975, had lost Mauritania in 2000. The UN said the same day that it was sorry.", "statement", "2024-01-28"},
        // What closed a summit on Monday was done on that day, however long the summit was.
        Case{"en", "2025-09-02", "The Shanghai Cooperation Organisation closed its biggest summit yet on Monday by adopting a strategy. The summit opened on Sunday.", "decision", "2025-09-01"},
        // A clause told aside lends its day to nothing behind the comma.
        Case{"ar", "2023-09-10", "اختتم قادة مجموعة العشرين قمتهم في نيودلهي الأحد. وخيم على القمة الزلزال الذي ضرب المغرب ليل الجمعة، وقدم ناريندرا مودي تعازيه.", "statement", "2023-09-10"},
        // A negated event is none.
        Case{"en", "2024-05-02", "France did not recognise Kosovo in 2007.", "diplomatic_ties", ""}));

}  // namespace
}  // namespace tarikh
