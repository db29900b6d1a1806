%{ for port in ports ~}
port = ${port}
%{ endfor ~}
