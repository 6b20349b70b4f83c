#!/usr/bin/env python3
"""Compile the annotation sources DIR/src/*.ann to DIR/<doc>.txt, .json, .timex.jsonl and .events.jsonl.
Entities come from DIR/entities.tsv (key, English, Arabic). Offsets are Unicode code points into the text file as decoded from UTF-8.
usage: build.py DIR [FILE.ann ...]   (default: every DIR/src/*.ann)

Mark-up: #DOC #LANG #DCT #TITLE, then
 #TEXT    {t1|...} marks a temporal expression, {e1|...} a mention of event e1, {e1*|...} its primary mention (default: the first).
          Marks may nest: {e8|{e9|met}} gives two records the same trigger.
 #TIMEX   id TYPE value resolution(E explicit, D dct, A anchor, N none) [mod= quant= anchor= beginPoint= endPoint= calendar= hijri=]
 #EVENTS  id type | date or - | basis | timex ids or - | factuality | parent or - | place text>key or - | role:text>key, ...
          then, if wanted, the Arabic title and the English title, and flags: !ph= !opt !x=cluster !true=date !note=
          role S subject, O object, G organisation; text - means implied (no mention)."""
import json,re,sys,os,glob
if len(sys.argv)<2: sys.exit(__doc__)
ROOT=sys.argv[1].rstrip('/')
TYPES="founding membership withdrawal suspension summit conference meeting visit statement declaration agreement decision election appointment military_action clash coup sanction diplomatic_ties disaster other".split()
PHASES={'membership':'applied invited approved effective declined','withdrawal':'announced effective','suspension':'imposed lifted','declaration':'signed adopted','agreement':'signed adopted ratified in_force','appointment':'in out','sanction':'imposed lifted','diplomatic_ties':'cut restored'}
BASIS="explicit relative inherited dct none".split()
FACT="actual planned denied hypothetical habitual".split()
ROLE={'S':'subject','O':'object','G':'organisation'}
ENT={}
for l in open(f'{ROOT}/entities.tsv',encoding='utf-8'):
    l=l.rstrip('\n')
    if not l or l[0]=='#': continue
    k,en,ar=l.split('\t'); assert k not in ENT,k; ENT[k]=(en,ar)
USED=set()
def letter(c): return c.isalpha() or '\u064b'<=c<='\u0652' or c=='\u0640'
def find_all(text,s,lo,hi):
    """occurrences of s as a word run; an attached Arabic proclitic (و ف ب ل ك, and the article) is allowed before it"""
    out=[];i=text.find(s,lo)
    while i!=-1 and i+len(s)<=hi:
        j=i-1; pre=''
        while j>=0 and letter(text[j]): pre=text[j]+pre; j-=1
        k=i+len(s)
        okr=(k>=len(text)) or not letter(text[k])
        okl=re.fullmatch(r'(?:[وفبلك]{0,2}(?:ال)?|ولل|لل|فال)?',pre) is not None if pre else True
        if okl and okr: out.append(i)
        i=text.find(s,i+1)
    return out
def sentences(t):
    """line-internal; terminator . ! ? ؟ plus closing quotes/brackets, followed by whitespace or end of line. '…' does not end a sentence."""
    out=[];pos=0
    for line in t.split('\n'):
        s=0
        for m in re.finditer(r'[.!?؟]+[”"»’\')\]“]*(?=\s|$)',line):
            w=line[:m.end()].split()[-1] if line[:m.end()].split() else ''
            if re.fullmatch(r'(?:[A-Z]\.)+|Dr\.|Mr\.|Gen\.|Col\.|St\.',w): continue
            out.append((pos+s,pos+m.end())); s=m.end()
        if line[s:].strip(): out.append((pos+s,pos+len(line)))
        pos+=len(line)+1
    res=[]
    for a,b in out:
        while a<b and t[a].isspace(): a+=1
        while b>a and t[b-1].isspace(): b-=1
        if b>a: res.append((a,b))
    return res
def parse_inline(src):
    out=[];spans=[];stack=[];i=0;n=0
    while i<len(src):
        c=src[i]
        if c=='{':
            m=re.match(r'\{([te]\d+\*?)\|',src[i:]); assert m,src[i:i+40]
            stack.append((m.group(1),n)); i+=m.end(); continue
        if c=='}':
            k,s=stack.pop(); spans.append((k,s,n)); i+=1; continue
        out.append(c); n+=1; i+=1
    assert not stack,stack
    return ''.join(out),spans
def gran(e):
    if e is None: return None
    if e.startswith('['): return 'set'
    if '/' in e: return 'interval'
    if re.fullmatch(r'\d{4}-\d\d-\d\d',e): return 'day'
    if re.fullmatch(r'\d{4}-(2[1-4])~?',e): return 'season'
    if re.fullmatch(r'\d{4}-\d\d~?',e): return 'month'
    if re.fullmatch(r'\d{4}~?',e): return 'year'
    if re.fullmatch(r'\d{3}X',e): return 'decade'
    raise ValueError(e)
def build(path):
    d=open(path,encoding='utf-8').read(); meta={}; sec={}; cur=None
    for l in d.split('\n'):
        m=re.match(r'#([A-Z]+)(?: (.*))?$',l)
        if m:
            if m.group(1) in('TEXT','TIMEX','EVENTS'): cur=m.group(1); sec[cur]=[]
            else: meta[m.group(1)]=m.group(2)
        elif cur: sec[cur].append(l)
    doc=meta['DOC']; assert doc==os.path.basename(path)[:-4],doc
    text,spans=parse_inline('\n'.join(sec['TEXT']).strip('\n')+'\n')
    sents=sentences(text)
    def sent(a):
        for s in sents:
            if s[0]<=a<s[1]: return s
        raise Exception((doc,a,text[a:a+20]))
    bykey={}
    for k,a,b in spans: bykey.setdefault(k.rstrip('*'),[]).append((a,b,k.endswith('*')))
    timex=[]
    for l in sec['TIMEX']:
        if not l.strip(): continue
        f=l.split(); tid,typ,val,res=f[:4]; kv=dict(x.split('=',1) for x in f[4:])
        (a,b,_),=bykey.pop(tid)
        assert typ in('DATE','TIME','DURATION','SET'),l
        r={'E':'explicit','D':'dct','A':'anchor','N':'none'}[res]
        assert (r=='anchor')==('anchor' in kv),(doc,l)
        timex.append(dict(id=tid,doc=doc,start=a,end=b,text=text[a:b],type=typ,value=val,resolution=r,**kv))
    timex.sort(key=lambda x:x['start']); tids={t['id'] for t in timex}
    for t in timex: assert t.get('anchor','') in tids|{''},(doc,t)
    events=[]
    L=[l for l in sec['EVENTS'] if l.strip()]
    i=0
    while i<len(L):
        assert re.match(r'e\d+ ',L[i]),(doc,L[i])
        head,ar,en=L[i],None,None; i+=1; flags={}
        if i<len(L) and re.match(r' [^!]',L[i]): ar,en=L[i].strip(),L[i+1].strip(); i+=2
        while i<len(L) and L[i].strip().startswith('!'):
            k,_,v=L[i].strip()[1:].partition('='); flags[k]=v or True; i+=1
        eid,rest=head.split(' ',1)
        typ,date,basis,tx,fact,parent,place,parts=[x.strip() for x in rest.split('|')]
        assert typ in TYPES and basis in BASIS and fact in FACT,(doc,head)
        date=None if date=='-' else date
        assert (date is None)==(basis=='none'),(doc,head)
        assert eid in bykey,(doc,eid,'no mark')
        ms=sorted(bykey.pop(eid)); prim=[m for m in ms if m[2]] or ms[:1]; assert len(prim)==1,(doc,eid)
        a,b,_=prim[0]; s=sent(a)
        tl=[] if tx=='-' else tx.split(',')
        assert all(t in tids for t in tl),(doc,head)
        assert (basis in('explicit','relative'))==bool(tl),('timex/basis',doc,head)
        if flags.get('ph'): assert flags['ph'] in PHASES.get(typ,'').split(),(doc,eid,flags['ph'])
        def ent(x):
            t,key=x.rsplit('>',1); t=t.strip(); key=key.strip(); assert key in ENT,(doc,eid,key); cen,car=ENT[key]; USED.add(key)
            r=dict(text=None,start=None,end=None,canonical_en=cen,canonical_ar=car,key=key)
            if t!='-':
                c=find_all(text,t,s[0],s[1])
                if not c:
                    pre=[y for y in find_all(text,t,0,len(text))]; assert pre,(doc,eid,t)
                    bef=[y for y in pre if y<a]; c=[bef[-1] if bef else pre[0]]
                y=min(c,key=lambda z:abs(z-a)); r.update(text=t,start=y,end=y+len(t))
            return r
        P=[]
        if parts!='-':
            for x in parts.split(','):
                ro,x=x.strip().split(':',1); P.append(dict(role=ROLE[ro],**ent(x)))
        e=dict(id=eid,doc=doc,type=typ,phase=flags.pop('ph',None),trigger=dict(text=text[a:b],start=a,end=b),
          other_mentions=[dict(text=text[x:y],start=x,end=y) for x,y,p in ms if (x,y)!=(a,b)],
          date_edtf=date,granularity=gran(date),date_basis=basis,timex=tl,participants=P,
          place=None if place=='-' else ent(place),factuality=fact,subevent_of=None if parent=='-' else parent,
          sentence=dict(start=s[0],end=s[1]),title_ar=ar,title_en=en,optional=bool(flags.pop('opt',False)),
          cluster=flags.pop('x',None),date_true=flags.pop('true',None),note=flags.pop('note',None))
        assert not flags,(doc,eid,flags)
        assert ar is None or re.search('[\u0621-\u064a]',ar) and not re.search('[\u0621-\u064a]',en),(doc,eid)
        events.append(e)
    assert not bykey,('unused marks',doc,bykey)
    ids={e['id']:e for e in events}; assert len(ids)==len(events),doc
    for e in events:
        if e['subevent_of']: assert e['subevent_of'] in ids and e['subevent_of']!=e['id'],(doc,e['id'])
        if e['date_basis']=='inherited':
            assert e['subevent_of'],('inherited without parent',doc,e['id'])
            p=ids[e['subevent_of']]['date_edtf']; assert p==e['date_edtf'],('inherit',doc,e['id'],p,e['date_edtf'])
        if e['date_basis']=='dct': assert e['date_edtf']==meta['DCT'],(doc,e['id'])
    events.sort(key=lambda e:int(e['id'][1:]))
    open(f'{ROOT}/{doc}.txt','w',encoding='utf-8').write(text)
    json.dump(dict(dct=meta['DCT'],lang=meta['LANG'],title=meta['TITLE']),open(f'{ROOT}/{doc}.json','w',encoding='utf-8'),ensure_ascii=False)
    for nm,rows in(('timex',timex),('events',events)):
        with open(f'{ROOT}/{doc}.{nm}.jsonl','w',encoding='utf-8') as fh:
            for r in rows: fh.write(json.dumps(r,ensure_ascii=False)+'\n')
    return doc,meta,text,timex,events
if __name__=='__main__':
    fs=sys.argv[2:] or sorted(glob.glob(f'{ROOT}/src/*.ann'))
    for f in fs:
        doc,meta,text,tx,ev=build(f)
        print(f'{doc:24s} dct={meta["DCT"]} {meta["LANG"]} words={len(text.split())} timex={len(tx)} events={len(ev)}')
    if not sys.argv[2:]:
        un=set(ENT)-USED
        if un: print('unused entities:',sorted(un))
