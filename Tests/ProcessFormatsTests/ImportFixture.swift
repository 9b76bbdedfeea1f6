// Step tables and limits of nine real procedures: codes, names, units and times.

/// Sources: steps of a city of Yên Bái (2015), Quảng Ninh and Hà Nội; times set by decrees.
enum ImportFixture {
    static let steps = """
        sop_id,procedure_vi,step_no,step_vi,responsible_vi,tasks_vi,time_value,time_unit,clock_ef\
        fect,marks_business_done,source_id
        YB-DT01,Cấp giấy phép xây dựng nhà ở riêng lẻ đô thị,1,Tiếp nhận hồ sơ,Bộ phận một \
        cửa,Tiếp nhận hồ sơ > Bàn giao hồ sơ,0.5,ngày làm việc,run,no,S21
        YB-DT01,Cấp giấy phép xây dựng nhà ở riêng lẻ đô thị,2,Phòng quản lý đô thị,Phòng Quản lý \
        đô thị,Phân công thụ lý > Thụ lý > Xét duyệt,11.5,ngày làm việc,run,no,S21
        YB-DT01,Cấp giấy phép xây dựng nhà ở riêng lẻ đô thị,3,Ký duyệt,Lãnh đạo UBND,Ký \
        duyệt,3,ngày làm việc,run,yes,S21
        YB-DT01,Cấp giấy phép xây dựng nhà ở riêng lẻ đô thị,4,Thu phí,Bộ phận một cửa,Thu \
        phí,0,ngày làm việc,run,no,S21
        YB-DT01,Cấp giấy phép xây dựng nhà ở riêng lẻ đô thị,5,Trả kết quả,Bộ phận một cửa,Trả \
        kết quả,0,ngày làm việc,run,no,S21
        YB-DT07,"Cấp phép đào đất, san tạo mặt bằng, bạt mái taluy",1,Tiếp nhận hồ sơ,Bộ phận một \
        cửa,Tiếp nhận hồ sơ > Bàn giao hồ sơ,0.5,ngày làm việc,run,no,S21
        YB-DT07,"Cấp phép đào đất, san tạo mặt bằng, bạt mái taluy",2,Trả kết quả,Bộ phận một \
        cửa,Trả kết quả,0.5,ngày làm việc,run,no,S21
        YB-TC01,Thẩm tra quyết toán công trình hoàn thành,1,Tiếp nhận hồ sơ,Bộ phận một cửa,Tiếp \
        nhận hồ sơ > Bàn giao hồ sơ,0.5,ngày làm việc,run,no,S21
        YB-TC01,Thẩm tra quyết toán công trình hoàn thành,2,Phòng tài chính kế \
        hoạch,PHONG_TAI_CHINH_KE_HOACH,Phân công thụ lý > Thụ lý > Xét duyệt,27,ngày làm \
        việc,run,no,S21
        YB-TC01,Thẩm tra quyết toán công trình hoàn thành,3,Ký duyệt,Lãnh đạo UBND,Ký \
        duyệt,3,ngày làm việc,run,yes,S21
        YB-TC01,Thẩm tra quyết toán công trình hoàn thành,4,Trả kết quả,Bộ phận một cửa,Trả kết \
        quả,0.5,ngày làm việc,run,no,S21
        YB-LD05,Cấp giấy giới thiệu di chuyển chế độ đối với người có công với cách mạng (chuyển \
        đi),1,Tiếp nhận hồ sơ,Bộ phận một cửa,Tiếp nhận hồ sơ > Bàn giao hồ sơ,-1,ngày làm \
        việc,run,no,S21
        YB-LD05,Cấp giấy giới thiệu di chuyển chế độ đối với người có công với cách mạng (chuyển \
        đi),2,Phòng LĐTB - XH xử lý hồ sơ,Phòng LĐTB-XH,Phân công thụ lý > Thụ lý > Xét \
        duyệt,0,ngày làm việc,run,no,S21
        YB-LD05,Cấp giấy giới thiệu di chuyển chế độ đối với người có công với cách mạng (chuyển \
        đi),3,Ký duyệt,Lãnh đạo UBND,Ký duyệt,0,ngày làm việc,run,yes,S21
        YB-LD05,Cấp giấy giới thiệu di chuyển chế độ đối với người có công với cách mạng (chuyển \
        đi),4,Trả kết quả,Bộ phận một cửa,Trả kết quả,0,ngày làm việc,run,no,S21
        YB-TN02,Chuyển mục đích sử dụng đất với trường hợp phải xin phép,1,Tiếp nhận hồ sơ,Bộ \
        phận một cửa,Tiếp nhận hồ sơ > Bàn giao hồ sơ,1,ngày làm việc,run,no,S21
        YB-TN02,Chuyển mục đích sử dụng đất với trường hợp phải xin phép,2,Văn phòng đăng ký QSD \
        đất xử lý hồ sơ,Văn phòng đăng ký QSD đất,Phân công thụ lý > Chuyển yêu cầu xác nhận \
        xuống xã,3,ngày làm việc,run,no,S21
        YB-TN02,Chuyển mục đích sử dụng đất với trường hợp phải xin phép,3,Xác nhận phường xã,Địa \
        chính xã/phường,Xác nhận hồ sơ liên thông,5,ngày làm việc,run,no,S21
        YB-TN02,Chuyển mục đích sử dụng đất với trường hợp phải xin phép,4,Văn phòng đăng ký QSD \
        đất xử lý tiếp hồ sơ,Văn phòng đăng ký QSD đất,Thụ lý hồ sơ liên thông > Xét duyệt,5,ngày \
        làm việc,run,no,S21
        YB-TN02,Chuyển mục đích sử dụng đất với trường hợp phải xin phép,5,Phòng TNMT xét duyệt \
        hồ sơ,Phòng Tài nguyên - Môi trường,Xét duyệt,5,ngày làm việc,run,no,S21
        YB-TN02,Chuyển mục đích sử dụng đất với trường hợp phải xin phép,6,Lãnh đạo Thành phố ký \
        duyệt,Lãnh đạo UBND,Ký duyệt,3,ngày làm việc,run,no,S21
        YB-TN02,Chuyển mục đích sử dụng đất với trường hợp phải xin phép,7,Giám đốc Văn phòng \
        đăng ký QSD đất xét duyệt để chuyển sang thuế,Văn phòng đăng ký QSD đất,Xét duyệt,3,ngày \
        làm việc,run,no,S21
        YB-TN02,Chuyển mục đích sử dụng đất với trường hợp phải xin phép,8,Thực hiện nghĩa vụ \
        thuế,Cơ quan thuế (chi cục thuế),Nộp hồ sơ sang cơ quan thuế > Nhận thông báo của cơ quan \
        thuế > Chuyển thông báo của cơ quan thuế về bộ phận một cửa,3,ngày làm việc,run,no,S21
        YB-TN02,Chuyển mục đích sử dụng đất với trường hợp phải xin phép,9,Trả thông báo thuế,Bộ \
        phận một cửa,Trả thông báo nộp thuế > Nhận biên lai nộp thuế,1,ngày làm \
        việc,pause+resume,no,S21
        YB-TN02,Chuyển mục đích sử dụng đất với trường hợp phải xin phép,10,Văn phòng đăng ký QSD \
        chỉnh lý,Văn phòng đăng ký QSD đất,Xét duyệt sau nghĩa vụ thuế,3,ngày làm việc,run,yes,S21
        YB-TN02,Chuyển mục đích sử dụng đất với trường hợp phải xin phép,11,Trả kết quả,Bộ phận \
        một cửa,Trả kết quả,0,ngày làm việc,run,no,S21
        LAW-NĐ20-2021-Đ8,Trợ cấp xã hội hằng tháng,1,"Rà soát, xét duyệt, niêm yết kết quả xét \
        duyệt",UBND cấp xã,,7,ngày làm việc,run,no,S01
        LAW-NĐ20-2021-Đ8,Trợ cấp xã hội hằng tháng,2,Kết luận khiếu nại (chỉ khi có khiếu \
        nại),UBND cấp xã,,10,ngày làm việc,conditional,no,S01
        LAW-NĐ20-2021-Đ8,Trợ cấp xã hội hằng tháng,3,Văn bản đề nghị kèm hồ sơ gửi Phòng,UBND cấp \
        xã,,3,ngày làm việc,run,no,S01
        LAW-NĐ20-2021-Đ8,Trợ cấp xã hội hằng tháng,4,"Thẩm định, trình Chủ tịch UBND huyện",Phòng \
        LĐTBXH,,7,ngày làm việc,run,no,S01
        LAW-NĐ20-2021-Đ8,Trợ cấp xã hội hằng tháng,5,Quyết định,Chủ tịch UBND cấp huyện,,3,ngày \
        làm việc,run,yes,S01
        LAW-NĐ217-2026-Đ54,Giấy phép xây dựng nhà ở riêng lẻ,1,"Thẩm định, kiểm tra thực địa, gửi \
        lấy ý kiến",Cơ quan cấp phép,,3,ngày làm việc,run,no,S01
        LAW-NĐ217-2026-Đ54,Giấy phép xây dựng nhà ở riêng lẻ,2,Chủ đầu tư bổ sung (nếu có),Người \
        nộp,,2,ngày làm việc,applicant,no,S01
        LAW-NĐ217-2026-Đ54,Giấy phép xây dựng nhà ở riêng lẻ,3,Cơ quan được hỏi ý kiến trả lời,Cơ \
        quan phối hợp,,2,ngày làm việc,parallel,no,S01
        QN-TINH-08,"Đăng ký, cấp GCN cho dự án",1,GĐ1 Tiếp nhận,TTPVHCC,,1,ngày làm việc,run,no,S23
        QN-TINH-08,"Đăng ký, cấp GCN cho dự án",2,GĐ1 Thẩm định,Chi nhánh VPĐKĐĐ,,2,ngày làm \
        việc,run,no,S23
        QN-TINH-08,"Đăng ký, cấp GCN cho dự án",3,GĐ1 Phê duyệt,Lãnh đạo chi nhánh,,1,ngày làm \
        việc,run,no,S23
        QN-TINH-08,"Đăng ký, cấp GCN cho dự án",4,GĐ1 Chuyển thông tin nghĩa vụ tài chính,Chi \
        nhánh VPĐKĐĐ,sang cơ quan thuế,0.5,ngày làm việc,pause after,no,S23
        QN-TINH-08,"Đăng ký, cấp GCN cho dự án",5,GĐ2 Tiếp nhận sau nghĩa vụ tài \
        chính,TTPVHCC,,0.5,ngày làm việc,resume,no,S23
        QN-TINH-08,"Đăng ký, cấp GCN cho dự án",6,"GĐ2 Thẩm định, lập tờ trình",Chi nhánh \
        VPĐKĐĐ,,2,ngày làm việc,run,no,S23
        QN-TINH-08,"Đăng ký, cấp GCN cho dự án",7,GĐ2 Trình duyệt,Lãnh đạo chi nhánh,,0.5,ngày \
        làm việc,run,no,S23
        QN-TINH-08,"Đăng ký, cấp GCN cho dự án",8,GĐ2 Phê duyệt GCN,Lãnh đạo VPĐKĐĐ \
        tỉnh,,0.5,ngày làm việc,run,no,S23
        QN-TINH-08,"Đăng ký, cấp GCN cho dự án",9,GĐ2 Chuyển trả,VPĐKĐĐ tỉnh,,0.5,ngày làm \
        việc,run,yes,S23
        QN-TINH-08,"Đăng ký, cấp GCN cho dự án",10,GĐ2 Trả kết quả,TTPVHCC/bưu chính,,0,ngày làm \
        việc,run,no,S23
        HN-2.000908,Cấp bản sao từ sổ gốc,1,Tiếp nhận,Trung tâm/điểm phục vụ HCC,"tiếp nhận, số \
        hóa, chuyển",2,giờ,run,no,S22
        HN-2.000908,Cấp bản sao từ sổ gốc,2,Thẩm định,Công chức chuyên môn,"tra sổ gốc, dự \
        thảo",3,giờ,run,no,S22
        HN-2.000908,Cấp bản sao từ sổ gốc,3,Ký,Lãnh đạo UBND,ký kết quả,2,giờ,run,no,S22
        HN-2.000908,Cấp bản sao từ sổ gốc,4,Phát hành,Văn thư,"cấp số, đóng dấu, chuyển \
        trả",1,giờ,run,yes,S22
        """

    static let limits = """
        code_local,name_vi,field_vi,time_limit_value,time_unit
        DT01,Cấp giấy phép xây dựng nhà ở riêng lẻ đô thị,Quản lý đô thị - xây dựng,15,ngày làm \
        việc
        DT07,"Cấp phép đào đất, san tạo mặt bằng, bạt mái taluy",Quản lý đô thị - xây \
        dựng,20,ngày làm việc
        LD05,Cấp giấy giới thiệu di chuyển chế độ đối với người có công với cách mạng (chuyển \
        đi),Lao động - TB&XH,-1,không giới hạn trong cấu hình (-1)
        TC01,Thẩm tra quyết toán công trình hoàn thành,Tài chính - kế hoạch - đăng ký kinh \
        doanh,30,ngày làm việc
        TN02,Chuyển mục đích sử dụng đất với trường hợp phải xin phép,Tài nguyên - môi \
        trường,32,ngày làm việc
        """
}
