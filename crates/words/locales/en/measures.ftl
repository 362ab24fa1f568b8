## What each main indicator measures

measures-awareness =
    The part that leaders take in digital transformation, and how the { $unit }'s portal, press, radio and
    television tell of it.
measures-institutions =
    The { $unit }'s resolutions, plans, e-government architecture and policies for digital transformation.
measures-infrastructure =
    Smartphones, fibre broadband, the dedicated data network down to communes, data centres and shared
    digital platforms.
measures-workforce =
    Community digital teams, civil servants in charge of digital transformation, and training in digital
    skills.
measures-security =
    Information systems with an approved security level and protection, servers and workstations guarded
    against malware, drills, incident handling and spending on information security.
measures-smart-city =
    The smart city project, its ICT architecture and the measuring of its KPIs.
measures-government =
    The portal, open data, online public services and files handled online, and digital platforms for
    internal administration.
measures-economy =
    The share of the digital economy in GRDP, digital technology enterprises, small and medium enterprises
    on digital platforms, electronic contracts and taxes, .vn domain names.
measures-society =
    People's digital identities, bank accounts, digital signatures, digital addresses and digital skills,
    and budget spending on the digital society.
