"""Words around a figure that say what it is for: beginning, end, difference, growth, share, total, average.

Each list is a pattern in English and Chinese, read directly before (`$`) or after (`^`) a figure, when the periods were
taken out. To teach the check a wording, add it here and a statement to its tests.
"""

import re

_FILLER = (
    r"(?:[\s:(]|'s|\b(?:the|a|an|its|some|only|just|total|level|value|figure|record|of|around|mark|by|rail|road|sea|"
    r"per|was|were|seen|recorded|reported|now|nearly|in|during|for|at)\b|每[箱吨车辆列趟周天日月年]|的|了|为|是|水平)*$"
)


def _before(*words: str) -> re.Pattern:
    return re.compile(rf"(?:{'|'.join(words)}){_FILLER}", re.IGNORECASE)


def _any(*words: str) -> re.Pattern:
    return re.compile("|".join(words), re.IGNORECASE)


BASE_BEFORE = _before(
    r"\b(?:up|down)?\s*from\b",
    r"\bagainst\b",
    r"\bcompar(?:ed|ing)\s+(?:with|to)\b",
    r"\bversus\b",
    r"\bvs\b\.?",
    r"\bthan\b(?!.*:)",
    r"\bstart(?:ed|ing)?\s+(?:at|from|with)\b",
    r"\binstead of\b",
    r"\brather than\b",
    r"\bpreviously\b",
    r"\bused to (?:be|take)\b",
    r"\bearlier\b",
    r"\bat first\b",
    r"\bonce\b",
    r"\bbefore it (?:was|took)\b",
    r"\bit was\b(?=.*\bbefore\b)",
    r"\brelative to\b",
    r"\bon(?=\s+(?:the|last))",
    r"\bformer(?:ly)?\b",
    r"\bpast\b",
    r"\babove\b",
    r"\bbelow\b",
    r"\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outstrip(?:s|ped)?)\b[^,;:.()]{0,32}",
    r"\b(?:double|twice)\s+(?:the|its|their)\s+[a-z' ]{0,30}",
    r"\bdouble\b",
    r"\btwice\b",
    r"\b(?:compared (?:with|to)|against|instead of|rather than|versus|than)\b(?!.*:)[^,;:.()]{0,32}",
    "(?:比|较|相比|对比|从|由)[^,;。()]{0,12}的",
    "从",
    "由",
    "自",
    "较",
    "比",
    "相比",
    "相较",
    "对比",
    "原来",
    "原先",
    "此前",
    "过去",
    "以前",
    "以往",
    "原本",
    "曾",
)
RESULT_BEFORE = _before(
    r"\bto\b",
    r"\breach(?:ed|es|ing)?\b",
    r"\bhit\b",
    r"\bstood at\b",
    r"\bcame to\b",
    r"\bamount(?:ed|s|ing) to\b",
    r"\bbecame\b",
    r"\btotall?(?:ed|ing|s)\b",
    r"\bis\b",
    r"\bare\b",
    r"\bwas\b",
    r"\bwere\b",
    r"\bhandled\b",
    r"\bcarried\b",
    r"\bmoved\b",
    r"\bregistered\b",
    r"\brecord(?:ed|ing)\b",
    r"\btakes?\b",
    r"\btook\b",
    r"->",
    "至",
    "到",
    "达",
    "达到",
    "为",
    "是",
    "增至",
    "突破",
    "完成",
    "实现",
    "仅需",
    "只需",
    "需要?",
    "运送",
    "发送",
)
DELTA_BEFORE = _before(
    r"(?<!followed )(?<!carried )(?<!moved )(?<!handled )\bby\b(?!\s+(?:rail|road|sea|air|train|truck|ship|lorry|river))",
    r"\b(?:increase|rise|gain|addition|drop|fall|decrease|decline|cut|saving|reduction|difference)s?\s+of\b",
    r"\badd(?:ed|ing|s)?\b",
    r"\bgain(?:ed|ing|s)?\b",
    r"\bsav(?:e|es|ed|ing|ings)\b",
    r"\blos(?:t|ing)\b",
    r"\bextra\b",
    r"\badditional\b",
    r"\b(?:rose|fell|grew|dropped|increased|decreased|declined|climbed)\b",
    "增加",
    "增长",
    "增",
    "减少",
    "(?:新增|净增)[\u4e00-\u9fff]{1,8}",
    "缩短",
    "节省",
    "节约",
    "下降",
    "降低",
    "提高",
    "上升",
    "压缩",
    "多",
    "少",
    "净增",
    "提前",
    "提速",
)
DELTA_AFTER = re.compile(
    r"^\s*(?:(?:are|is|were|was)\s+)?(?:(?:more|less|fewer|higher|lower|faster|quicker|sooner|shorter|longer|cheaper|earlier|saved|extra)\b)",
    re.IGNORECASE,
)
DOWN_DELTA = _any(
    r"\b(?:fell|fall|drop|declin|decreas|cut|reduc|sav|short|less|fewer|lower|faster|quicker|sooner|cheaper|lost|los(?:e|ing))",
    "减",
    "缩短",
    "节省",
    "节约",
    "下降",
    "降",
    "压缩",
    "少",
    "提前",
    "提速",
    "快",
)

UP = _any(
    r"\bup\b",
    r"\bris(?:e|es|ing)\b",
    r"\brose\b",
    r"\brisen\b",
    r"\bincreas",
    r"\bgr(?:ew|ow|owth|own|owing)\b",
    r"\bgrowth",
    r"\bgain",
    r"\bjump",
    r"\bsurg",
    r"\bclimb",
    r"\bsoar",
    r"\bhigher\b",
    r"\bmore\b",
    r"\babove\b",
    r"\bexpan",
    r"\badvanc",
    r"\bleap",
    r"\bboost",
    r"\bswell",
    r"\bswollen\b",
    r"\bwiden",
    r"\blifted\b",
    r"\baccelerat",
    r"\braised?\b",
    r"\byear[- ]on[- ]year\b",
    r"\byoy\b",
    r"\by/y\b",
    r"\bplus\b",
    "增长",
    "增加",
    "上升",
    "增幅",
    "上涨",
    "提高",
    "提升",
    "增速",
    "扩大",
    "攀升",
    "大增",
    "猛增",
    "同比",
    "涨",
    "增",
    "高出",
    "多",
    r"(?<![最提新])高\s*$",
)
DOWN = _any(
    r"\bdown\b(?! to the)",
    r"\bf[ae]ll(?:s|en|ing)?\b",
    r"\bdrop",
    r"\bdeclin",
    r"\bdecreas",
    r"\bshr[aiu]nk",
    r"\blower\b",
    r"\bless\b",
    r"\bfewer\b",
    r"\breduc",
    r"\bcut(?:s|ting)?\b",
    r"\bcheaper\b",
    r"\bshort",
    r"\bsav(?:e|es|ed|ing|ings)\b",
    r"\bslump",
    r"\bslip",
    r"\bdip(?:s|ped)?\b",
    r"\bplung",
    r"\bplummet",
    r"\bsank\b",
    r"\bsink",
    r"\bshed\b",
    r"\beased\b",
    r"\bnarrow",
    r"\bcontract(?:ed|ion|ing)\b",
    r"\bfaster\b",
    r"\bquicker\b",
    r"\blost\b",
    r"\bslid",
    r"\btumbl",
    "下降",
    "减少",
    "降低",
    "下滑",
    "下跌",
    "缩短",
    "节省",
    "节约",
    "压缩",
    "降幅",
    "萎缩",
    "便宜",
    "跌",
    "降",
    "减",
)
CHANGE_REACHED = re.compile(
    r"(?:[降跌升涨增减]幅|增速|增长率)(?:高)?(?:达到?|到)\s*$|"
    r"\b(?:growth|increase|rise|decline|decrease|drop|fall|reduction|saving)s?\s+(?:rate\s+)?reach\w*\s*$",
    re.IGNORECASE,
)
"""What reached a percentage is a change itself ("the drop reached 40 %", 降幅达40%), and not the end of one."""
YEAR_ON_YEAR = _any(
    r"year[- ]on[- ]year", r"\byoy\b", r"\by/y\b", r"\bannual(?:ly)?\b", "同比", r"year[- ]over[- ]year"
)
OVER_YEARS = _any(
    r"\b(?:over|in|within|during|for|across)\s+(?:the\s+)?(?:last|past|following|next|these|those)?\s*\w+\s+(?:consecutive )?years\b",
    r"年(?:来|间|内|里|以来|时间)",
    r"(?:过去|近|连续|这)[^,，。]{0,4}年",
)
ATTAINED_BEFORE = re.compile(
    r"(?:完成率|达成率|\b(?:completion|fulfil?lment|attainment) rate\b)[^,，;]{0,12}$", re.IGNORECASE
)
ATTAINED_AFTER = re.compile(r"^\s*of (?:the |its |our )?(?:\w+ )?(?:plan|target|goal|quota)\b", re.IGNORECASE)
PLANNED = re.compile(r"(?:计划|目标|任务|\bplan(?:ned)?|\btarget|\bgoal|\bquota)[^,，;。]{0,16}$", re.IGNORECASE)
RESPECTIVELY = re.compile(r"\brespectively\b|分别|依次", re.IGNORECASE)
THE_REST = _any(
    r"\bso\b",
    r"\bleaving\b",
    r"\bleft\b",
    r"\bthe (?:rest|remaining|remainder|others?)\b",
    "其余",
    "剩",
    "余下",
    "另外",
)
QUICKER = re.compile(
    r"^\s*(?:as\s+)?(?:faster|fast|quicker|quick|shorter|sooner|cheaper|less)\b|^\s*(?:更)?[快便短省]", re.IGNORECASE
)
OVERLAP = _any(r"\balso\b", r"\bboth\b", r"\boverlap", r"\bat the same time\b", "同时", "兼", "既")
EACH_YEAR = _any(
    r"\b(?:a|per|each|every) year\b", r"\bannual (?:average|growth)", r"\bcompound", "年均", "复合", "每年", "年平均"
)
SHARE_BEFORE = _any(
    r"\baccount(?:s|ed|ing)?\s+for\b",
    r"\bshare\b",
    r"\bmak(?:e|es|ing)\s+up\b",
    r"\bmade\s+up\b",
    r"\brepresent(?:s|ed|ing)?\b",
    r"\bconstitut",
    r"\bproportion\b",
    r"(?<!growth )(?<!exchange )\brate of\s*$",
    r"\bpercentage of\s*$",
    r"\bratio of\s*$",
    r"\bequivalent to\b",
    r"\bcompris",
    "占",
    "比重",
    "份额",
    "比例",
    "相当于",
    r"(?<!增长)(?<!汇)(?<!利)(?<!费)率(?:为|达|达到)?\s*$",
)
SHARE_AFTER = re.compile(
    r"^\s*(?:share\b|(?:out )?of\s+(?!growth|increase|decline|saving)|\)?\s*in total\b|的份额|(?:来自|由|为|是)|的(?!增|涨|降|速|同))",
    re.IGNORECASE,
)
TOTAL_BEFORE = _before(
    r"\btotall?(?:ed|ing|s)?\b",
    r"\bin total\b",
    r"\baltogether\b",
    r"\btogether\b",
    r"\bcombined\b",
    r"\bsum(?:med)?\b",
    r"\btotal\b[^,;]{0,40}",
    r"\badd(?:s|ed|ing)? up to\b",
    r"\boverall\b",
    r"\bsum(?:s|med|ming)? to\b",
    r"\bmak(?:es?|ing)\b",
    r"\ball told\b",
    r"\b(?:came|come|comes|amount|amounts|amounted|adds?|added) to\b",
    "合计",
    "共计",
    "总计",
    "总共",
    "总额",
    "总量",
    "总值",
    "总数",
    "一共",
    "总和",
    "共",
    "进出口",
)
TOTAL_AFTER = re.compile(
    r"^\s*(?:\)?\s*(?:in total|altogether|in all|overall|combined|together|total)\b|的总)", re.IGNORECASE
)
INCOMPLETE = _any(
    r"\bof which\b",
    r"\bof that\b",
    r"\bof (?:them|these)\b",
    r"\binclud",
    r"\bsuch as\b",
    r"\bamong",
    r"\bmainly\b",
    "其中",
    "包括",
    "主要",
    "等",
)
TOGETHER = _any(
    r"\btogether\b",
    r"\baltogether\b",
    r"\bin total\b",
    r"\bcombined\b",
    r"\bsum\b",
    r"\bsums\b",
    r"\badd(?:s|ing)? up\b",
    r"\bmak(?:es?|ing)\b",
    r"\btotal(?:l?ing)? of\b",
    r"\bin all\b",
    r"\ball told\b",
    r"\bfor a total\b",
    r"\btotall?(?:ed|ing|s)\b",
    r"\b(?:came|come|comes|amount|amounts|amounted) to\b",
    r"\btotal of\b",
    r"-quarter total\b",
    r"\btotal (?:is|was|comes|came)\b",
    "合计",
    "共计",
    "总计",
    "总和",
    "一共",
    "总共",
)
COMPLEMENTS = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE))
    for one, other in (
        (r"\bexport", r"\bimport"),
        ("出口", "进口"),
        (r"\bsouthbound|\boutbound", r"\bnorthbound|\binbound"),
        ("南向|去程", "北向|回程"),
        (r"\bmen\b", r"\bwomen\b"),
        ("南下", "北上"),
        ("下行", "上行"),
    )
)
RATE_AFTER = re.compile(
    r"^\s*(?:\w+\s+)?(?:(?:a|an|per|each|every)\s+(?P<per>kilomet(?:re|er)|km|day|month|week|year|quarter|train|trip|truck|container|vehicle|teu|tonne|ton|voyage|company|"
    r"hour|case|lorry|visitor|ship|box)\b|/(?P<slash>day|month|week|year|train|trip)|(?P<daily>daily|monthly|weekly)\b)",
    re.IGNORECASE,
)
RATE_BEFORE = re.compile(
    r"(?:\b(?:average|each|every|one)\s+(?P<thing>[a-z]+?)s?\s+(?:carries|carried|holds|held|takes|took|brings|brought|weighs|weighed|costs|cost|pays|paid|"
    r"moves|moved))[^,;]{0,15}$|"
    r"(?P<per>日均|每天|每日|月均|每月|周均|每周|每列|每趟|每箱|每公里|每千米|每吨|每标箱|每个标箱|每辆|每车|每季度|季均|\bdaily average|\bmonthly average|\bweekly average|\baverage daily|"
    r"\baverage monthly|\bper day|\ba day|\beach month|\beach day|\bevery day|\bevery month|\bdaily|\bmonthly)[^,;，。]{0,25}$",
    re.IGNORECASE,
)
PEAK = _any(
    r"\bpeak", r"\brecord\b", r"\bup to\b", r"\bmaximum\b", r"\bat most\b", "最高", "最多", "峰值", "高峰", "单日"
)
TARGET = _any(
    r"\btarget",
    r"\bplan",
    r"\bforecast",
    r"\bexpected\b",
    r"\bgoal\b",
    r"\bwill\b",
    "目标",
    "计划",
    "预计",
    "力争",
    "将",
)
EACH_OF = re.compile(r"\b(?:each|every one) of(?:\s+(?:the|its|all))?\s*$", re.IGNORECASE)
EACH_CARRIED = re.compile(
    r"^\s*(?:(?P<thing>[a-z]+?)s?\s+)?(?:carries|carried|carry|holds|held|brings|brought|weighs|weighed|costs|cost|moved)\s*$",
    re.IGNORECASE,
)
BASE_NEAR = re.compile(
    r"(?:\bfrom|\bagainst|\bcompared (?:with|to)|\bversus|从|由|自|原来的|原先的)\s*(?:the|a|about|only)?\s*$",
    re.IGNORECASE,
)
SURPLUS = re.compile(r"\b(?:surplus|deficit)\b|顺差|逆差", re.IGNORECASE)
EXPORTS, IMPORTS = (
    re.compile(r"\bexports?\b|出口", re.IGNORECASE),
    re.compile(r"\bimports?\b|(?<!出)进口", re.IGNORECASE),
)
CONTRAST = re.compile(r"\b(?:although|though|while|whereas|but|despite)\b|虽|而|但|却", re.IGNORECASE)
OF_WHICH = re.compile(r"\bof which\b|\bof that\b|\bincluding\b|\bamong\b|其中|包括", re.IGNORECASE)
OF_THEM = re.compile(r"^\s*(?:\w+\s+)?of (?:them|these|those|which)\b", re.IGNORECASE)
TO_BEFORE = re.compile(r"(?:\bto|增至|升至|降至|至|到)\s*$", re.IGNORECASE)
EQUAL_GAP = re.compile(
    r"^\s*(?:\(|,?\s*\(?(?:that is|i\.?e\.?,?|or|equal to|equals|equivalent to|=|namely|meaning)\s*,?|,?\(?\s*(?:即|合|约合|折合|等于|相当于|也就是|折))\s*(?:some|about)?\s*$",
    re.IGNORECASE,
)
EXCHANGE = _any(
    r"(?:rate of|at)\s+(?P<en>\d+(?:\.\d+)?)\s*(?:yuan|RMB|CNY)?\s*(?:to|per|a|for|/|=)\s*(?:the|one|1|each)?\s*(?:US)?\s*\$?(?:dollar|USD|1\b)",
    r"1\s*(?:USD|US dollar|dollar|美元)\s*(?:=|to|is|兑|合|对|等于|折合|equals)\s*(?:人民币)?\s*(?P<one>\d+(?:\.\d+)?)",
    r"(?:汇率|rate)\s*(?:of|为|是|:|按|约)?\s*(?P<zh>\d+(?:\.\d+)?)",
)
WORD_MULTIPLES = tuple(
    (re.compile(pattern, re.IGNORECASE), factor)
    for pattern, factor in (
        (r"翻两番", 4.0),
        (r"翻三番", 8.0),
        (r"翻(?:了)?一?番|增长(?:了)?一倍|增加(?:了)?一倍|增(?:长|加)?1倍|翻倍", 2.0),
        (r"减半|减少(?:了)?一半|缩短(?:了)?一半|下降(?:了)?一半", 0.5),
        (r"\bdoubl(?:ed|es|ing)\b|\btwofold\b|\btwo-fold\b|\btwice\b|\bdouble\b", 2.0),
        (r"\btripl(?:ed|es|ing)\b|\btrebled\b|\bthreefold\b|\bthree-fold\b", 3.0),
        (r"\bquadrupl(?:ed|es|ing)\b|\bfourfold\b|\bfour-fold\b", 4.0),
        (r"\bhalv(?:ed|es|ing)\b|\bcut (?:it |them )?(?:in|by) half\b", 0.5),
        (r"\bfivefold\b|\bfive-fold\b|\bquintupled\b", 5.0),
        (r"\btenfold\b|\bten-fold\b", 10.0),
    )
)
OF_ALL = re.compile(
    r"(?:^|[,.;])\s*(?:out )?of(?:\s+(?:the|every|each|all|a total of|these|those|our|its|their))?\s*$", re.IGNORECASE
)
_JOINING_ENGLISH = (
    "or a an the of by to in at and i e that is which was it this equal equivalent increase increased rise rose risen growth grew "
    "grow gain drop dropped fall fell decline declined up down year on cut saving reduction more less higher lower reaching reached "
    "bn billion million yuan"
)
_JOINING_CHINESE = "从由至到达为了或即增长加幅上升下降减少低同比约合是也就的提高"
JOINING = frozenset(_JOINING_ENGLISH.split()) | frozenset(_JOINING_CHINESE)
"""Words that may stand between a difference and its percentage when both are about one thing."""
