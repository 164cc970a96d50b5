"""Tiny fixtures for encoder tests. transformers 5.18.0, torch 2.13.0+cpu, safetensors 0.8.0."""
import json, os, sys, math, torch, shutil
from transformers import Dinov2Config, Dinov2Model, CLIPVisionConfig, CLIPVisionModelWithProjection
OUT=sys.argv[1]
def pixels(side):
    i=torch.arange(3*side*side,dtype=torch.float64)
    return torch.sin(i*i*0.001+0.3*i).to(torch.float32).reshape(1,3,side,side)
def prep(d,short,crop):
    json.dump({"crop_size":{"height":crop,"width":crop},"do_center_crop":True,"do_convert_rgb":True,"do_normalize":True,"do_rescale":True,"do_resize":True,"image_mean":[0.485,0.456,0.406],"image_processor_type":"BitImageProcessor","image_std":[0.229,0.224,0.225],"resample":3,"rescale_factor":1/255,"size":{"shortest_edge":short}},open(d+"/preprocessor_config.json","w"),indent=1)
def rnd(m):
    torch.manual_seed(7)
    with torch.no_grad():
        for p in m.parameters(): p.add_(torch.randn_like(p)*0.15)
    return m.eval()
def exp(d,side,emb,cls):
    json.dump({"made_with":"transformers 5.18.0, torch 2.13.0+cpu","pixels":"sin(i*i*0.001+0.3*i) in double, i the index in (3, side, side)","side":side,"class":cls,"embedding":[float(x) for x in emb[0]]},open(d+"/expected.json","w"),indent=1)
for name,crop,swiglu in [("dinov2-stretched",42,False),("dinov2-shrunk",98,False),("dinov2-swiglu",28,True)]:
    d=f"{OUT}/{name}"; os.makedirs(d,exist_ok=True)
    m=rnd(Dinov2Model(Dinov2Config(hidden_size=24,num_hidden_layers=2,num_attention_heads=2,mlp_ratio=2,image_size=70 if not swiglu else 28,patch_size=14,use_swiglu_ffn=swiglu)))
    m.save_pretrained(d); prep(d,crop+2,crop)
    with torch.no_grad(): e=m(pixels(crop)).pooler_output
    exp(d,crop,e,"Dinov2Model pooler_output")
d=f"{OUT}/clip-vision-only"; os.makedirs(d,exist_ok=True)
m=rnd(CLIPVisionModelWithProjection(CLIPVisionConfig(hidden_size=32,intermediate_size=48,num_hidden_layers=2,num_attention_heads=2,image_size=32,patch_size=16,projection_dim=20,hidden_act="gelu")))
m.save_pretrained(d); prep(d,32,32)
with torch.no_grad(): e=m(pixels(32)).image_embeds
exp(d,32,e,"CLIPVisionModelWithProjection image_embeds")
