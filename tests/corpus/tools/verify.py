#!/usr/bin/env python3
"""Independent check of a compiled gold directory (reads only .txt/.json/.timex.jsonl/.events.jsonl). Exit 1 on any error.
usage: verify.py DIR      (Hijri dates are checked with node's Intl when node is there)"""
import json,re,glob,os,sys,datetime as D,subprocess,collections,shutil
sys.path.insert(0,os.path.dirname(os.path.abspath(__file__)))
from spans import span
if len(sys.argv)<2: sys.exit(__doc__)
ROOT=sys.argv[1].rstrip('/')
err=[];warn=[];n=collections.Counter()
WD={'الاثنين':0,'الإثنين':0,'الثلاثاء':1,'الأربعاء':2,'الخميس':3,'الجمعة':4,'السبت':5,'الأحد':6,'Monday':0,'Tuesday':1,'Wednesday':2,'Thursday':3,'Friday':4,'Saturday':5,'Sunday':6}
MO={'كانون الثاني':1,'يناير':1,'جانفي':1,'شباط':2,'فبراير':2,'فيفري':2,'آذار':3,'مارس':3,'نيسان':4,'أبريل':4,'أفريل':4,'أيار':5,'مايو':5,'ماي':5,'حزيران':6,'يونيو':6,'جوان':6,'تموز':7,'يوليو':7,'يوليوز':7,'جويلية':7,'آب':8,'أغسطس':8,'أوت':8,'غشت':8,'أيلول':9,'سبتمبر':9,'شتنبر':9,'تشرين الأول':10,'أكتوبر':10,'تشرين الثاني':11,'نوفمبر':11,'نونبر':11,'كانون الأول':12,'ديسمبر':12,'دجنبر':12,
 'January':1,'February':2,'March':3,'April':4,'May':5,'June':6,'July':7,'August':8,'September':9,'October':10,'November':11,'December':12,'Feb':2,'Oct':10,'Sept':9}
DIG=str.maketrans('٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹','01234567890123456789')
SEA={'ربيع':'SP','صيف':'SU','خريف':'FA','spring':'SP','summer':'SU','autumn':'FA'}
hij=[]
docs=sorted(os.path.basename(j)[:-5] for j in glob.glob(f'{ROOT}/*.json'))
for k in docs:
    m=json.load(open(f'{ROOT}/{k}.json',encoding='utf-8')); assert set(m)=={'dct','lang','title'},k
    dct=m['dct']; dd=D.date.fromisoformat(dct)
    t=open(f'{ROOT}/{k}.txt',encoding='utf-8').read()
    tx=[json.loads(l) for l in open(f'{ROOT}/{k}.timex.jsonl',encoding='utf-8')]; ev=[json.loads(l) for l in open(f'{ROOT}/{k}.events.jsonl',encoding='utf-8')]
    n['docs']+=1; T={x['id']:x for x in tx}
    def chk(o,w):
        n['slices']+=1
        if t[o['start']:o['end']]!=o['text']: err.append((k,w,'slice',o))
        if o['text']!=o['text'].strip(): err.append((k,w,'white space',o))
    last=-1
    for x in sorted(tx,key=lambda x:x['start']):
        chk(x,'timex')
        if x['start']<last: err.append((k,'overlap',x['id']))
        if x['text'].split()[0].lower() in 'on in by from since during of within over until في فى من إلى منذ حتى خلال عند بين'.split() or x['text'][-1] in '-،,؛:' or any(c in '\u200e\u200f"“”«»' for c in (x['text'][0],x['text'][-1])): err.append((k,'extent',x['id'],x['text']))
        last=x['end']; v=x['value']; s=x['text'].translate(DIG); n['timex']+=1
        if 'anchor' in x and x['anchor'] not in T: err.append((k,'anchor',x['id']))
        if x['type'] in('DURATION','SET'):
            if not re.fullmatch(r'P(T?[\dX]+(Y|M|W|D|H|DE|E)?)+(\d+M)?|P\d+DE|PXDE|P\d+Y\d+M|PT\d+H\d+M',v): warn.append((k,'dur?',x['text'],v))
            for q in re.findall(r'(?<![\d.])(\d+)(?![\d.])',s):
                n['duration numbers']+=1
                if q not in re.findall(r'\d+',v): err.append((k,'duration number',x['text'],v))
            continue
        if v in('PAST_REF','PRESENT_REF','FUTURE_REF'): continue
        sp=span(v)
        if sp is None:
            if not re.fullmatch(r'\d\d',v): err.append((k,'value',x['text'],v))
            continue
        full=re.match(r'\d{4}-\d\d-\d\d',v) and '/' not in v
        base=D.date.fromisoformat(v[:10]) if full else None
        for w,i in WD.items():
            if re.search(r'(?<!\w)'+w+r'(?!\w)',s):
                n['weekday checks']+=1
                if not full or (base.weekday()!=i and 'T24:00' not in v): err.append((k,'weekday',x['text'],v,base and base.strftime('%A')))
        for w,i in MO.items():
            if re.search(r'(?<!\w)'+re.escape(w)+r'(?!\w)',s):
                n['month checks']+=1
                m=re.match(r'\d{4}-(\d\d)',v)
                if not m or int(m[1])!=i: err.append((k,'month',x['text'],v))
        for w,i in SEA.items():
            if re.search(r'(?<!\w)'+w+r'(?!\w)(?! (?:الأول|الآخر|الثاني))',s):
                n['season checks']+=1
                if not v.endswith('-'+i): err.append((k,'season',x['text'],v))
        for y in re.findall(r'(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)',s):
            n['year checks']+=1
            if not v.startswith(y) and y+'s' not in s: err.append((k,'year',x['text'],v))
        if x['resolution']=='explicit' and not re.search(r'(?<!\d)(\d{4}|\d0s)(?!\d)',s) and not re.search(r'(?:mid-)?\d{4}|199\d|\b(?:19|20)\d0s|1[34]\d\d',s): err.append((k,'explicit without a year',x['text']))
        dm=re.findall(r'(?<![\d:/])([1-9]|[12]\d|3[01])(?![\d:]|[ap]m)',s)
        if x.get('hijri'): hij.append((k,x['hijri'],re.sub(r'T[A-Z]+$','',v),s))
        elif full and dm and '/' not in re.sub(r'[^\W\d_]+/[^\W\d_]+','',s) and not re.search(r'day|week|month|year|يوم|أيام|أسبوع|أسابيع|شهر|أشهر|سنة|عام',re.sub(r'يوم (?=\d)|\d من |(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?<=\d) من الشهر.*|يوم ال\w+','',s)):
            n['day-number checks']+=1
            if int(dm[0])!=base.day: err.append((k,'daynum',x['text'],v))
        if re.search(r'(?<!\w)(أمس)(?!\w)|yesterday',s) and not re.search('أول',s) and base!=dd-D.timedelta(1): err.append((k,'yesterday',x['text'],v))
        if re.search(r'أول (من )?أمس',s) and base!=dd-D.timedelta(2): err.append((k,'أول أمس',x['text'],v))
        if re.search(r'(?<!\w)غدا|tomorrow',s) and base!=dd+D.timedelta(1): err.append((k,'tomorrow',x['text'],v))
        if re.search(r'بعد غد',s) and base!=dd+D.timedelta(2): err.append((k,'بعد غد',x['text'],v))
        if x['resolution']=='dct' and re.fullmatch(r'(\w+ )*(?<!\w)اليوم( ال\w+)?|today|this (morning|afternoon|evening)|هذا المساء',s) and base!=dd: err.append((k,'today',x['text'],v))
        if x['resolution']=='dct' and full and abs((base-dd).days)>550: warn.append((k,'far from dct',x['text'],v))
    ids={}
    for e in ev:
        n['events']+=1; w=e['id']
        if w in ids: err.append((k,'dup',w))
        ids[w]=e; chk(e['trigger'],w)
        sp=[(e['trigger']['start'],e['trigger']['end'])]
        for o in e['other_mentions']:
            chk(o,w)
            if any(o['start']<b and a<o['end'] for a,b in sp): err.append((k,w,'mentions overlap'))
            sp.append((o['start'],o['end']))
        for q in e['participants']+([e['place']] if e['place'] else []):
            if q['text'] is not None: chk(q,w)
            if not q['canonical_en'] or not q['canonical_ar']: err.append((k,w,'canon'))
        a,b=e['sentence']['start'],e['sentence']['end']; s=t[a:b]
        if not(a<=e['trigger']['start'] and e['trigger']['end']<=b): err.append((k,w,'sentence'))
        if s!=s.strip() or '\n' in s: err.append((k,w,'sentence ws'))
        if e['date_basis']=='explicit' and not any(T[i]['resolution']=='explicit' for i in e['timex']): err.append((k,w,'explicit basis without explicit timex'))
        if e['date_edtf']:
            es=span(e['date_edtf'])
            if es is None: err.append((k,w,'edtf',e['date_edtf'])); continue
            if e['factuality']=='planned' and es[1]<dd: err.append((k,w,'planned in the past',e['date_edtf']))
            if e['factuality']=='actual' and es[0]>dd: err.append((k,w,'actual in the future',e['date_edtf']))
            if e['factuality']=='habitual': err.append((k,w,'habitual with date'))
            ds=[T[i] for i in e['timex'] if T[i]['type'] in('DATE','TIME')]
            if ds and not any(T[i]['type']=='DURATION' for i in e['timex']):
                n['event date against its timex']+=1
                for x in ds:
                    xs=span(x['value'])
                    if xs and not(xs[0]<=es[1] and es[0]<=xs[1]): warn.append((k,w,'timex outside event date',x['text'],x['value'],e['date_edtf']))
            if e['date_true']:
                ts=span(e['date_true'])
                if ts and not(ts[0]<=es[1] and es[0]<=ts[1]): warn.append((k,w,'true date differs from what the text says',e['date_edtf'],e['date_true'],e['title_en']))
    for e in ev:
        p=e['subevent_of']
        if p and p not in ids: err.append((k,e['id'],'parent'))
        if e['date_basis']=='inherited' and (not p or ids[p]['date_edtf']!=e['date_edtf']): err.append((k,e['id'],'inherited date differs'))
        if e['date_basis']=='dct' and e['date_edtf']!=dct: err.append((k,e['id'],'dct date differs'))
    cov=[False]*len(t)
    for x in tx:
        for i in range(x['start'],x['end']): cov[i]=True
    pat='|'.join(sorted(map(re.escape,list(WD)+list(MO)),key=len,reverse=True))
    extra=r'أمس|اليوم|غدا|الماضي|الماضية|المقبل|المقبلة|الجاري|الحالي|السابق|عام|سنة|سنوات|أعوام|عقود|أسبوع|أسابيع|أسبوعين|أشهر|شهر|ساعة|صباح|مساء|ليلة|فجر|الآن|القرن|yesterday|today|tomorrow|year|years|month|months|week|weeks|day|days|ago|later|earlier|night|evening|morning|afternoon|decade|decades|century|now|recently|soon|hours|minutes|hour|أيام|يومين|عامين|شهرين|ساعات|دقائق|عقد|السنة|الشهر|الأسبوع|عاما|عاماً|الراهن|مؤخرا|حاليا|قريبا|لاحقا'
    for m in re.finditer(r'(?<!\w)(?:[وفبلك]?(?:ال)?)(?:'+pat+'|'+extra+r')(?!\w)|(?<![\w٫.,])(?:1[5-9]|20)\d\d(?!\d)|[١٢][٠-٩]{3}',t):
        if not any(cov[m.start():m.end()]): warn.append((k,'uncovered time word',m.group(0),t[max(0,m.start()-25):m.end()+25].replace('\n',' ')))
js='const f=new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn",{day:"numeric",month:"numeric",year:"numeric",timeZone:"UTC"});const h=d=>{const o={};f.formatToParts(new Date(d+"T12:00:00Z")).forEach(p=>o[p.type]=p.value);return o.year+"-"+o.month.padStart(2,"0")+"-"+o.day.padStart(2,"0")};console.log(process.argv.slice(1).map(h).join(" "))'
if hij and not shutil.which('node'): warn.append(('node missing: Hijri dates not checked',len(hij)))
else:
    for k,h,v,s in hij:
        n['hijri checks']+=1
        if '/' in v:
            a,b=v.split('/'); nxt=(D.date.fromisoformat(b)+D.timedelta(1)).isoformat(); prv=(D.date.fromisoformat(a)-D.timedelta(1)).isoformat()
            r=subprocess.run(['node','-e',js,a,b,prv,nxt],capture_output=True,text=True).stdout.split()
            if not(all(z.startswith(h+'-') for z in r[:2]) and not any(z.startswith(h+'-') for z in r[2:])): err.append((k,'hijri interval',h,v,r))
        else:
            r=subprocess.run(['node','-e',js,v],capture_output=True,text=True).stdout.strip()
            if r!=h: err.append((k,'hijri',h,v,r))
print(dict(n))
for w in warn: print('WARN',*w,sep=' | ')
for e in err: print('ERROR',*e,sep=' | ')
print('errors:',len(err),'warnings:',len(warn)); sys.exit(1 if err else 0)
