#!/usr/bin/python3
"""Writes the corpora of the fuzz targets: small texts, word2vec binaries and tables, each of a kind that a reader knows.

Run in this folder; writes texts/, word2vec/ and tables/. The first byte of a text is a choice of tests/fuzz/text.cpp.
"""
import gzip
import os
import struct

texts = {
    'glove': 'the 0.1 -0.2 3e-4\nof 0.5 0.25 1\n. . . 1 2 3\n',
    'word2vec': '2 3\nthe 0.1 -0.2 3e-4\nof 0.5 0.25 1\n',
    'fasttext': '2 3\nthe 0.1 -0.2 3e-4 \nof 0.5 0.25 1 \n',
    'csv': 'the,0.1,-0.2\nof,0.5,0.25\nto,nan,inf\n',
    'csv_header': 'word,kind,a,b\r\nthe,x,0.1,-0.2\r\nof,y,0.5,0.25\r\n',
    'csv_quotes': '"a, b",0.1,-0.2\n"say ""hi""",0.5,0.25\n"two\nlines",1,2\n',
    'csv_last': '0.1,-0.2,the\n0.5,0.25,of\n',
    'semicolons': 'a;0,5;1\nb;1,25;-2\n',
    'tabs': '\ufeffa b\t0.5\t1\n"\t1.25\t-2\n',
    'matrix': '1.0e+00 2.0e+00\n-3.5e-01 4.0e+00\n',
    'pandas': ',0,1\n0,0.5,1.5\n1,2.5,3.5\n',
}
for folder in ('texts', 'word2vec', 'tables'):
    os.makedirs(folder, exist_ok=True)
for name, text in texts.items():
    choice = {'glove': 1, 'word2vec': 2, 'fasttext': 3}.get(name, 0)
    with open(f'texts/{name}', 'wb') as f:
        f.write(bytes([choice + ord('@')]) + text.encode())
with open('texts/gzip', 'wb') as f:
    f.write(b'@' + gzip.compress(texts['csv'].encode(), mtime=0))
for name, end in (('newline', b'\n'), ('plain', b'')):
    with open(f'word2vec/{name}.bin', 'wb') as f:
        f.write(b'2 3\n')
        for label, values in (('the', (1, -2, 0.5)), ('of', (3, 4, 1e-9))):
            f.write(label.encode() + b' ' + struct.pack('<3f', *values) + end)
tables = {
    'labels': 'a\nb\nc\n',
    'tabs': 'code\tname\tkind\n1\ta\tx\n2\tb\ty\n3\tc\tz\n',
    'commas': 'name,kind\n"a","x, y"\nb,"say ""z"""\n',
    'rows': 'word;kind\np;x\nq;y\nr;z\n',
}
for name, text in tables.items():
    with open(f'tables/{name}', 'wb') as f:
        f.write(text.encode())
