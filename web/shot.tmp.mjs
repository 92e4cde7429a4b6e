import { chromium } from 'playwright-core'
const base='http://127.0.0.1:8103'
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']})
async function login(account,w){const c=await b.newContext({viewport:{width:w,height:900},locale:'zh-CN'});const p=await c.newPage();await p.goto(base+'/login');await p.fill('input[name=name]',account);await p.fill('input[name=password]','Jiyuan-2026');await p.click('main button:has-text("登录"), button:has-text("登录")');await p.waitForLoadState();return p}
const what=process.argv.slice(2)
for(const one of what){const [acc,w,path,name]=one.split('|');try{const p=await login(acc,Number(w));await p.goto(base+path);await p.waitForTimeout(4000);await p.screenshot({path:'/tmp/'+name+'.png',fullPage:true});console.log(name,await p.title(), await p.evaluate(()=>document.documentElement.scrollWidth))}catch(e){console.log(name,String(e).slice(0,300))}}
await b.close()
