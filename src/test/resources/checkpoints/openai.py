"""A tiny archive in the form of OpenAI's CLIP files, and the same weights in the Transformers layout.
torch 2.13.0+cpu, transformers 5.18.0, safetensors 0.8.0."""
import json, os, sys, torch
from torch import nn
from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection
from safetensors.torch import save_file
from make import pixels
OUT=sys.argv[1]+"/openai-tiny"; os.makedirs(OUT,exist_ok=True)
torch.manual_seed(3)
W,L,P,R,D=64,2,8,24,16
class LN(nn.LayerNorm): pass
class QuickGELU(nn.Module):
    def forward(self,x): return x*torch.sigmoid(1.702*x)
class Block(nn.Module):
    def __init__(s):
        super().__init__(); s.attn=nn.MultiheadAttention(W,W//64); s.ln_1=LN(W)
        s.mlp=nn.Sequential(); s.mlp.add_module("c_fc",nn.Linear(W,W*2)); s.mlp.add_module("gelu",QuickGELU()); s.mlp.add_module("c_proj",nn.Linear(W*2,W)); s.ln_2=LN(W)
    def forward(s,x):
        y=s.ln_1(x); x=x+s.attn(y,y,y,need_weights=False)[0]; return x+s.mlp(s.ln_2(x))
class T(nn.Module):
    def __init__(s): super().__init__(); s.resblocks=nn.Sequential(*[Block() for _ in range(L)])
    def forward(s,x): return s.resblocks(x)
class V(nn.Module):
    def __init__(s):
        super().__init__(); s.conv1=nn.Conv2d(3,W,P,P,bias=False); s.class_embedding=nn.Parameter(torch.randn(W)*.3); s.positional_embedding=nn.Parameter(torch.randn((R//P)**2+1,W)*.3)
        s.ln_pre=LN(W); s.transformer=T(); s.ln_post=LN(W); s.proj=nn.Parameter(torch.randn(W,D)*.2)
    def forward(s,x):
        x=s.conv1(x).flatten(2).permute(0,2,1)
        x=torch.cat([s.class_embedding+torch.zeros_like(x[:,:1]),x],1)+s.positional_embedding
        x=s.ln_pre(x).permute(1,0,2); x=s.transformer(x).permute(1,0,2)
        return s.ln_post(x[:,0])@s.proj
class CLIP(nn.Module):
    def __init__(s): super().__init__(); s.visual=V(); s.token_embedding=nn.Embedding(9,8); s.logit_scale=nn.Parameter(torch.ones([])*2.6)
    def forward(s,x): return s.visual(x)
m=CLIP().eval()
with torch.no_grad():
    for p in m.parameters():
        if p.ndim==1: p.add_(torch.randn_like(p)*.1)
        p.copy_(p.half().float())
    x=pixels(R); e=m(x)
    sd={k:v.clone() for k,v in m.state_dict().items()}
    ref=CLIPVisionModelWithProjection(CLIPVisionConfig(hidden_size=W,intermediate_size=2*W,num_hidden_layers=L,num_attention_heads=W//64,image_size=R,patch_size=P,projection_dim=D,hidden_act="quick_gelu")).eval()
    out={"vision_model.embeddings.class_embedding":sd["visual.class_embedding"],"vision_model.embeddings.patch_embedding.weight":sd["visual.conv1.weight"],"vision_model.embeddings.position_embedding.weight":sd["visual.positional_embedding"],"visual_projection.weight":sd["visual.proj"].T}
    for a,b in (("ln_pre","pre_layrnorm"),("ln_post","post_layernorm")):
        for t in ("weight","bias"): out[f"vision_model.{b}.{t}"]=sd[f"visual.{a}.{t}"]
    for i in range(L):
        o=f"visual.transformer.resblocks.{i}."; h=f"vision_model.encoder.layers.{i}."
        for t in ("weight","bias"):
            for n,c in zip("qkv",sd[o+"attn.in_proj_"+t].chunk(3)): out[h+f"self_attn.{n}_proj.{t}"]=c
            for a,b in (("attn.out_proj","self_attn.out_proj"),("ln_1","layer_norm1"),("ln_2","layer_norm2"),("mlp.c_fc","mlp.fc1"),("mlp.c_proj","mlp.fc2")): out[h+f"{b}.{t}"]=sd[o+f"{a}.{t}"]
    miss=ref.load_state_dict(out,strict=False); print(miss)
    r=ref(x).image_embeds; print("openai vs transformers",(r-e).abs().max())
    ref.half().save_pretrained(OUT)
    json.dump({"crop_size":R,"do_center_crop":True,"do_normalize":True,"do_resize":True,"feature_extractor_type":"CLIPFeatureExtractor","image_mean":[0.48145466,0.4578275,0.40821073],"image_std":[0.26862954,0.26130258,0.27577711],"resample":3,"size":R},open(OUT+"/preprocessor_config.json","w"),indent=1)
    json.dump({"made_with":"transformers 5.18.0, torch 2.13.0+cpu","pixels":"sin(i*i*0.001+0.3*i) in double, i the index in (3, side, side)","side":R,"class":"CLIPVisionModelWithProjection image_embeds; weights rounded to half, computed in single precision","embedding":[float(v) for v in r[0]]},open(OUT+"/expected.json","w"),indent=1)
    mm=m.half(); sm=torch.jit.script(mm); sm.save(OUT+"/openai-tiny.pt")
    torch.save(mm.state_dict(),OUT+"/openai-tiny-state.pt")
